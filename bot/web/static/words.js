// Every sentence of the page, in the language chosen; they come from the product's own texts.

import * as api from "./api.js";
import { keep, kept } from "./memory.js";

let said = {};
export let language = "vi";

export const word = (key) => said[key] ?? key;

export async function speak(wanted = kept("language", "vi")) {
  said = await api.words(wanted);
  language = wanted;
  keep("language", wanted);
  document.documentElement.lang = wanted;
  document.title = word("title");
  fill(document);
}

/** Put the words into everything under `root` that names one. */
export function fill(root) {
  for (const each of root.querySelectorAll("[data-word]")) each.textContent = word(each.dataset.word);
  for (const each of root.querySelectorAll("[data-label]")) each.setAttribute("aria-label", word(each.dataset.label));
  for (const each of root.querySelectorAll("[data-title]")) each.title = word(each.dataset.title);
  for (const each of root.querySelectorAll("[data-placeholder]")) each.placeholder = word(each.dataset.placeholder);
}

/** Return `text` without accents, marks and capitals: what a search compares. */
export const folded = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
