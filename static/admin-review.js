/* Why a script: one key an action, words and cards that light each other, and a choice beside the
   words that are selected. Without it each action is a button of its own, and what was missed is
   added under the cards. What htmx swaps in is found anew at each event. */
"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const cards = () => all("[data-card]");
  const ids = (mark) => mark.dataset.cards.split(" ");
  const cardOf = (element) => element?.closest?.("[data-card]");

  function light(lit) {
    for (const card of cards()) {
      card.classList.toggle("is-lit", lit.includes(card.dataset.card));
    }
    for (const mark of all("mark[data-cards]")) {
      mark.classList.toggle("is-lit", ids(mark).some((id) => lit.includes(id)));
    }
  }

  function go(card) {
    if (card) {
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
    }
  }

  /** On to the next card that waits, from the one with this id; else to that card itself. */
  function goOn(id) {
    const found = cards();
    const from = Math.max(0, found.findIndex((card) => card.id === id));
    const waiting = [...found.slice(from), ...found].find((card) =>
      card.classList.contains("is-open"),
    );
    go(waiting || document.getElementById(id));
  }

  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest?.("mark[data-cards]");
    const card = cardOf(event.target);
    if (mark || card) {
      light(mark ? ids(mark) : [card.dataset.card]);
    }
  });
  document.addEventListener("focusin", (event) => {
    const card = cardOf(event.target);
    if (card) {
      light([card.dataset.card]);
    }
  });

  document.documentElement.classList.add("listens-to-keys");
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const current = cardOf(document.activeElement);
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") {
      const found = cards();
      const from = found.indexOf(current);
      const first = found.find((card) => card.classList.contains("is-open")) || found[0];
      go(from < 0 ? first : found[from + (key === "j" ? 1 : -1)]);
      event.preventDefault();
      return;
    }
    const help = document.getElementById("review-keys");
    const button = key === "?" ? help?.firstElementChild : current?.querySelector(`[data-key="${key}"]`);
    if (button) {
      event.preventDefault();
      button.click();
      if (key === "r") {
        const reasons = button.parentElement;
        (reasons.open ? reasons.querySelector("button") : button).focus();
      }
    }
  });

  // An action by htmx: on to the next that waits, the text where it was scrolled to. Until its answer
  // stands the page waits: of two that run together the answer of one would be shown.
  let acted = null;
  let scrolled = 0;
  let chosen = [];

  const cameWith = ({ options }) =>
    Math.max(0, [...options].findIndex((option) => option.defaultSelected));
  /** What is chosen on the cards and was not when they came. */
  const choices = () =>
    all("[data-card] select")
      .filter((select) => select.selectedIndex !== cameWith(select))
      .map(({ form, name, value }) => ({ form: form.id, name, value }));

  /** Choose it again on cards that came anew; each card's line follows. */
  function chooseAgain() {
    for (const { form, name, value } of chosen) {
      const select = document.getElementById(form)?.elements[name];
      if (select && [...select.options].some((option) => option.value === value)) {
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
    chosen = [];
  }

  const isAction = (event) => event.detail.target.id === "review"; // else a line of a card follows
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (!isAction(event)) {
      return;
    }
    acted = cardOf(event.detail.elt)?.id || "";
    scrolled = document.getElementById("entry-words").scrollTop;
    chosen = choices();
    document.getElementById("review").inert = true;
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (acted !== null) {
      document.getElementById("entry-words").scrollTop = scrolled;
      chooseAgain();
      goOn(acted);
      acted = null;
    }
  });
  for (const failure of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(failure, () => {
      document.getElementById("review").inert = false;
      const told = document.createElement("p");
      told.className = "review-told error";
      told.textContent = "That was not done. Load the page again to see how it stands.";
      document.getElementById("review-status").replaceChildren(told);
    });
  }

  // Words that are selected: what they may be added as.
  function offer() {
    const choice = document.getElementById("add-as");
    const words = document.getElementById("entry-words");
    if (!choice || choice.contains(document.activeElement)) {
      return;
    }
    const found = window.selectedWords(words);
    choice.hidden = !found;
    if (!found) {
      return;
    }
    for (const link of choice.querySelectorAll("[data-add]")) {
      const asked = new URLSearchParams(link.dataset.add);
      asked.set("start", found.start);
      asked.set("words", found.text);
      link.href = `?${asked}#entry`;
    }
    const at = document.getSelection().getRangeAt(0).getBoundingClientRect();
    const right = document.documentElement.clientWidth - choice.offsetWidth - 8;
    const below = at.bottom + 6 + choice.offsetHeight < window.innerHeight;
    choice.style.left = `${Math.max(8, Math.min(at.left, right))}px`;
    choice.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - choice.offsetHeight - 6)}px`;
  }
  for (const end of ["mouseup", "keyup", "touchend"]) {
    document.addEventListener(end, () => setTimeout(offer)); // once the selection has settled
  }
  document.addEventListener("scroll", offer, true);

  // A page that was loaded for an action goes on as well.
  if (location.hash.startsWith("#card-")) {
    goOn(location.hash.slice(1));
  } else if (!document.getElementById("entry") && matchMedia("(min-width: 60rem)").matches) {
    goOn(""); // where the cards stand below the text it would skip what is told above
  }
})();
