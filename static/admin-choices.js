/* Why a script: select2, by which Django offers records to choose from, gives the control that it
   puts in place of a list no name, and a screen reader then says only what is chosen. */
"use strict";
(() => {
  function name(part) {
    for (const list of part.querySelectorAll("select.admin-autocomplete")) {
      const label = list.labels[0];
      const shown = list.nextElementSibling;
      if (label && shown?.matches(".select2-container")) {
        for (const each of shown.querySelectorAll("[role=combobox], [role=textbox]")) {
          label.id ||= `${list.id}-label`;
          each.setAttribute("aria-labelledby", `${label.id} ${each.id}`.trim());
        }
        shown.querySelector("input")?.setAttribute("aria-label", label.textContent);
      }
    }
  }

  // After Django's own, which makes the controls when jQuery says that the page is ready.
  window.django?.jQuery?.(() => setTimeout(name, 0, document));
  document.addEventListener("formset:added", (event) => setTimeout(name, 0, event.target));
})();
