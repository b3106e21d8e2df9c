// Two texts and who writes: which one goes on.

import { count } from "/pages/essay_count.js";
import { beyond } from "/pages/essay_texts.js";

const dialog = document.getElementById("choice");

// Returns "mine", "theirs" or "both"; leaving the question unanswered asks it again.
export function chosen(why, mine, theirs, words) {
  show("why", why);
  show("mine", differing(mine, theirs));
  show("theirs", differing(theirs, mine));
  show("mine-count", words.mine.replace("{n}", number(count(mine))));
  show("theirs-count", words.theirs.replace("{n}", number(count(theirs))));
  const askAgain = () => dialog.showModal();
  dialog.addEventListener("close", askAgain);
  dialog.showModal();
  return new Promise((answer) => {
    const answered = (event) => {
      dialog.removeEventListener("close", askAgain);
      answer(event.submitter.value);
    };
    dialog.addEventListener("submit", answered, { once: true });
  });
}

export function number(n) {
  return n.toLocaleString(document.documentElement.lang);
}

function show(id, text) {
  document.getElementById(id).textContent = text;
}

function differing(text, other) {
  const rest = beyond(text, other);
  return rest === text.trimEnd() ? text : `…\n${rest}`;
}
