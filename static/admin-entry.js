/* Why a script: only a script can tell which words are selected in the article's text. It puts them
   into the passage that is being filled in, and beside them their place, so that words that stand
   in the text twice need no question. Without it, the passage is copied and pasted. It also keeps
   the text where it was scrolled to, from one entry to the next. */
"use strict";
(() => {
  const words = document.getElementById("entry-words");
  const form = document.getElementById("entry");
  if (!words) {
    return;
  }
  const place = `scrolled ${location.pathname}`;
  words.scrollTop = Number(sessionStorage.getItem(place));
  words.addEventListener("scroll", () => sessionStorage.setItem(place, words.scrollTop));
  if (!form) {
    return;
  }
  const passages = [...form.querySelectorAll("textarea[data-passage]")];
  let current = passages[0];

  function answered(field) {
    for (const radio of form.querySelectorAll(`input[name="${field.name}_means"]`)) {
      radio.checked = false;
    }
  }

  function take() {
    const found = window.selectedWords(words);
    if (found) {
      current.value = found.text;
      form.elements[`${current.name}_place`].value = found.start;
      answered(current);
    }
  }

  for (const field of passages) {
    field.addEventListener("focus", () => {
      current = field;
    });
    field.addEventListener("input", () => answered(field));
  }
  for (const end of ["mouseup", "keyup", "touchend"]) {
    document.addEventListener(end, (event) => {
      if (!form.contains(event.target)) {
        setTimeout(take); // the browser settles the selection after the event
      }
    });
  }
})();
