/* Why a script: a file that is dropped beside the input would leave the page and what is typed on it.
   So it is taken wherever it is dropped. Without script, it is dropped on the input or chosen. */
"use strict";
(() => {
  const form = document.getElementById("pasting");
  const input = form.elements.file;
  const carriesFile = (event) => event.dataTransfer.types.includes("Files");

  document.addEventListener("dragover", (event) => {
    if (carriesFile(event)) {
      event.preventDefault();
      form.classList.add("dropping");
    }
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) {
      form.classList.remove("dropping");
    }
  });
  document.addEventListener("drop", (event) => {
    form.classList.remove("dropping");
    if (carriesFile(event)) {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      form.querySelector("input[type=submit]").focus();
    }
  });
})();
