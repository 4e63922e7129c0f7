/* Why a script, in two parts. Without it a link is a link, and the search box a form like any other. */

"use strict";

/* Keeps the reader's place when htmx puts earlier entries where their link was: whoever came to the
   link by keyboard goes on at the first new entry. */
let place = null;

document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  place = null;
  if (target.id === "more" && target.contains(document.activeElement)) {
    place = { before: target.previousElementSibling, around: target.parentElement };
  }
});

document.addEventListener("htmx:afterSwap", () => {
  if (!place) return;
  let added = place.before ? place.before.nextElementSibling : place.around.firstElementChild;
  place = null;
  // The line for today in a calendar is no entry.
  if (added.matches(".today") && added.nextElementSibling) added = added.nextElementSibling;
  const isEntry = added.matches("li, article, tr");
  const entry = isEntry ? added : added.querySelector("li:not(.today), article");
  entry.tabIndex = -1;
  entry.focus();
});

/* Offers what a reader may be looking for while it is typed, lets them choose among it with the arrow
   keys, and brings "/" to the box. What htmx puts into the list are links. */
(() => {
  const input = document.getElementById("search");
  const list = document.getElementById("suggestions");
  if (!input) {
    return;
  }
  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function open(shown) {
    list.hidden = !shown;
    input.setAttribute("aria-expanded", String(shown));
    choose(null);
  }

  /** The next or the last option; beyond the ends it is the box itself that is chosen. */
  function step(by) {
    const all = options();
    const at = all.indexOf(chosen());
    if (list.hidden) {
      open(all.length > 0);
    }
    const next = at < 0 && by < 0 ? all.length - 1 : at + by;
    choose(all[next] ?? null);
  }

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-keyshortcuts", "/");

  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && chosen()) {
      event.preventDefault();
      chosen().click();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // the second time it empties the box
      htmx.trigger(input.form, "htmx:abort");
      open(false);
    }
  });
  input.addEventListener("blur", () => open(false));
  // A press on a suggestion must not take the focus away before it is a click.
  list.addEventListener("mousedown", (event) => event.preventDefault());

  document.addEventListener("htmx:afterSwap", ({ detail: { target } }) => {
    if (target === list) {
      open(options().length > 0 && document.activeElement === input);
    }
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
})();
