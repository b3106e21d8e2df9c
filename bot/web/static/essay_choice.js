// Two texts and who writes: which one goes on.

import { count } from "/pages/essay_count.js";

const dialog = document.getElementById("choice");

// Returns "mine", "theirs" or "both"; leaving the question unanswered asks it again.
export function chosen(why, mine, theirs, words) {
  show("why", why);
  show("mine", mine);
  show("theirs", theirs);
  show("mine-count", words.mine.replace("{n}", number(count(mine))));
  show("theirs-count", words.theirs.replace("{n}", number(count(theirs))));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((answer) => {
    const closed = () => {
      if (!dialog.returnValue) return dialog.showModal();
      dialog.removeEventListener("close", closed);
      answer(dialog.returnValue);
    };
    dialog.addEventListener("close", closed);
  });
}

export function number(n) {
  return n.toLocaleString(document.documentElement.lang);
}

function show(id, text) {
  document.getElementById(id).textContent = text;
}
