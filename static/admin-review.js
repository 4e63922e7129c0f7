/* Why a script: one key an action, and words and cards that light each other. Without it each action
   is a button of its own. */
"use strict";
(() => {
  const cards = [...document.querySelectorAll("[data-card]")];
  const marks = [...document.querySelectorAll("mark[data-cards]")];
  const open = cards.filter((card) => card.classList.contains("is-open"));

  function light(ids) {
    for (const card of cards) {
      card.classList.toggle("is-lit", ids.includes(card.dataset.card));
    }
    for (const mark of marks) {
      mark.classList.toggle("is-lit", mark.dataset.cards.split(" ").some((id) => ids.includes(id)));
    }
  }

  function go(card) {
    if (card) {
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
      light([card.dataset.card]);
    }
  }

  for (const card of cards) {
    card.addEventListener("mouseenter", () => light([card.dataset.card]));
    card.addEventListener("focusin", () => light([card.dataset.card]));
  }
  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => light(mark.dataset.cards.split(" ")));
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const current = document.activeElement.closest("[data-card]");
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") {
      const step = key === "j" ? 1 : -1;
      const from = cards.indexOf(current);
      go(from < 0 ? open[0] || cards[0] : cards[from + step]);
      event.preventDefault();
      return;
    }
    const button = current?.querySelector(`[data-key="${key}"]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });

  // Back from an action: on to the next that waits.
  const after = cards.find((card) => `#${card.id}` === location.hash);
  const next = after ? cards.slice(cards.indexOf(after)).find((card) => open.includes(card)) : null;
  if (!document.getElementById("entry")) {
    go(next || (after ? open[0] : null));
  }
})();
