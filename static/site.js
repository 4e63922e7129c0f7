/* Keeps the reader's place when htmx puts earlier entries where their link was: whoever came to the
   link by keyboard goes on at the first new entry. Without script the link is a link. */

"use strict";

let place = null;

document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  place = null;
  if (target.id === "more" && target.contains(document.activeElement)) {
    place = { before: target.previousElementSibling, around: target.parentElement };
  }
});

document.addEventListener("htmx:afterSwap", () => {
  if (!place) return;
  const added = place.before ? place.before.nextElementSibling : place.around.firstElementChild;
  place = null;
  const entry = added.matches("li, article") ? added : added.querySelector("li, article");
  entry.tabIndex = -1;
  entry.focus();
});
