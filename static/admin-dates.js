/* Why a script: htmx itself sees neither the rows that "Add another" puts in later nor a choice
   made in an autocomplete list, which only jQuery is told of; and which article a date is read by
   depends on the row it stands in. Without it, the days are shown when the page is shown again. */
"use strict";
(() => {
  const DATES = "input[hx-get][data-anchor]";
  const ARTICLES = "select[name$='article']";

  const rowOf = (element) =>
    element.closest(".inline-related, tr.form-row") ?? element.form ?? document;

  function articleFor(input) {
    const inRow = rowOf(input).querySelectorAll(ARTICLES);
    // On a page of its own a date is read by the first article cited below it.
    const articles = inRow.length ? inRow : input.form.querySelectorAll(ARTICLES);
    const chosen = [...articles].find((select) => select.value);
    return chosen ? chosen.value : input.dataset.anchor;
  }

  document.addEventListener("htmx:configRequest", (event) => {
    const input = event.detail.elt;
    if (input.matches(DATES)) {
      input.dataset.anchor = articleFor(input);
      event.detail.parameters = { words: input.value, anchor: input.dataset.anchor };
    }
  });

  document.addEventListener("formset:added", (event) => {
    htmx.process(event.target);
  });

  document.addEventListener("DOMContentLoaded", () => {
    if (!window.django?.jQuery) {
      return; // a page without autocomplete lists
    }
    django.jQuery(document).on("change", ARTICLES, (event) => {
      const row = rowOf(event.target);
      const inRow = row.querySelectorAll(DATES);
      const dates = inRow.length ? inRow : event.target.form.querySelectorAll(DATES);
      for (const input of dates) {
        // Django's own scripts say "change" of every list once when a page is loaded.
        if (articleFor(input) !== input.dataset.anchor) {
          htmx.trigger(input, "anchored");
        }
      }
    });
  });
})();
