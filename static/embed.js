/* Tells the page that frames this one how high it is, so that nothing has to be scrolled inside. It
   takes nothing in. Without script the frame keeps its height. */

"use strict";

if (parent !== window) {
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    parent.postMessage({ type: "partnerships:height", height }, "*");
  };
  new ResizeObserver(tell).observe(document.documentElement);
}
