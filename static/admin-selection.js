/* Why a script: only a script can tell which words of the article's text are selected, and where. */
"use strict";
{
  const count = (text) => [...text].length; // code points, as the database counts

  /** The selected words of the element and the place of their first letter; null without any. */
  window.selectedWords = (words) => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) {
      return null;
    }
    const range = selection.getRangeAt(0).cloneRange();
    if (!words.contains(range.startContainer)) {
      return null;
    }
    if (!words.contains(range.endContainer)) {
      range.setEnd(words, words.childNodes.length); // a third click takes what follows with it
    }
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const text = range.toString();
    const start = before.toString() + text.slice(0, text.length - text.trimStart().length);
    return text.trim() ? { text: text.trim(), start: count(start) } : null;
  };
}
