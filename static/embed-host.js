/* For a page that frames a timeline: gives the frame the height that its content tells. It heeds only
   numbers, from frames that come from where this script comes from. */

"use strict";

(() => {
  const { origin } = new URL(document.currentScript.src);
  addEventListener("message", ({ data, origin: from, source }) => {
    if (from !== origin || data?.type !== "partnerships:height" || !(data.height > 0)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source) frame.height = Math.min(Math.ceil(data.height), 10000);
    }
  });
})();
