// Saves the essay while it is typed. What is not saved yet stays on this machine until it is.

import { chosen, number } from "/pages/essay_choice.js";
import { count, isNear } from "/pages/essay_count.js";
import { keeper } from "/pages/essay_kept.js";
import { isSame, joined } from "/pages/essay_texts.js";

const PAUSE = 1500; // ms without a key until it is saved
const AGAIN = [3000, 10000, 30000, 60000]; // ms until a save that failed is tried again
const PATIENCE = 20000; // ms that an answer may take
const KEEPALIVE = 60000; // bytes a browser sends for a page that is left (64 KiB by the Fetch standard)
const LATER = [429, 500, 502, 503, 504];

const form = document.getElementById("essay");
const field = document.getElementById("text");
const handIn = document.getElementById("hand-in");
const seen = form.elements.namedItem("seen");
const say = form.dataset;
const kept = keeper(say.task);

let base = say.kept ? field.defaultValue : null; // what the server has, as far as we know; null: not this
let isShut = false;
let leaves = false;
let tries = 0;
let timer = 0;
let last = Promise.resolve();

const isSaved = () => base !== null && isSame(field.value, base);

function show(state, at = "") {
  const line = document.getElementById("state");
  line.textContent = say[state].replace("{at}", at);
  line.dataset.state = state;
}

function complain(why) {
  const line = document.getElementById("fault");
  line.textContent = why;
  line.hidden = !why;
}

function showCount() {
  const have = count(field.value);
  const need = Number(say.need);
  const length = have < need ? say.more.replace("{n}", number(need - have)) : say.enough;
  const near = isNear(have, need, Number(say.nearPercent)) ? say.near : "";
  document.getElementById("count").textContent = say.count.replace("{n}", number(have));
  document.getElementById("count").classList.toggle("enough", have >= need);
  document.getElementById("hint").textContent = [length, near].filter(Boolean).join(" ");
}

function typed() {
  if (isSaved()) kept.drop();
  else kept.put(field.value);
  showCount();
  if (isShut) return;
  complain("");
  if (navigator.onLine) show("saving");
  else show("offline");
  saveIn(PAUSE);
}

function saveIn(pause) {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

function save() {
  clearTimeout(timer);
  last = last.then(saveNow);
  return last;
}

async function saveNow() {
  if (isShut) return;
  if (isSaved()) return settled();
  const text = field.value;
  show("saving");
  const body = new URLSearchParams({ form: form.elements.namedItem("form").value, act: "save", seen: seen.value, text });
  let answer;
  let found = {};
  try {
    answer = await fetch(form.getAttribute("action"), {
      method: "POST",
      headers: { Accept: "application/json" },
      body,
      keepalive: body.toString().length < KEEPALIVE,
      signal: AbortSignal.timeout(PATIENCE),
    });
    found = await (answer.headers.get("Content-Type").includes("json") ? answer.json() : answer.text());
  } catch {
    return tryAgain("offline");
  }
  if (LATER.includes(answer.status)) return tryAgain("busy");
  tries = 0;
  if (answer.ok) return saved(text, found);
  if (answer.status === 409) return newer(text, found);
  if (found.why) return complain(`${found.why} ${say.stays}`);
  return shut(found);
}

function tryAgain(state) {
  show(state);
  saveIn(AGAIN[Math.min(tries, AGAIN.length - 1)]);
  tries += 1;
}

function saved(text, { edition, at }) {
  [base, seen.value] = [text, edition];
  if (!isSaved()) return saveIn(PAUSE);
  kept.drop();
  show("saved", at);
}

// What was typed was taken out again: there is nothing to wait for.
function settled() {
  const line = document.getElementById("state");
  if (line.dataset.state !== "saved") line.textContent = "";
}

// The chat or another page was faster. An answer of ours that was lost, and what we began with, are nothing new.
async function newer(text, { edition, text: theirs }) {
  const isNews = !isSame(theirs, text) && (base === null || !isSame(theirs, base));
  seen.value = edition;
  await take(isNews ? await chosen(say.whyNewer, field.value, theirs, say) : "mine", theirs);
}

function take(choice, theirs) {
  if (choice === "theirs") field.value = theirs;
  if (choice === "both") field.value = joined(field.value, theirs);
  base = theirs;
  showCount();
  if (isSaved()) {
    kept.drop();
    document.getElementById("state").textContent = "";
  } else typed();
}

// The link is used up: what the page says of it stands in its notice.
function shut(page) {
  isShut = true;
  handIn.disabled = true;
  document.getElementById("state").textContent = "";
  const notice = new DOMParser().parseFromString(String(page), "text/html").querySelector("main");
  const lines = notice ? [...notice.querySelectorAll("h1, p")].map((line) => line.textContent) : [];
  complain([...lines.map((line) => (/[.!?]$/.test(line) ? line : `${line}.`)), isSaved() ? "" : say.stays].join(" ").trim());
}

async function handOver(event) {
  if (leaves || event.submitter !== handIn) return;
  event.preventDefault();
  if (!window.confirm(say.confirm.replace("{n}", number(count(field.value))))) return;
  await save();
  if (!isSaved() || isShut) return;
  if (!navigator.onLine) return show("offline");
  leaves = true;
  form.requestSubmit(handIn);
}

async function begin() {
  showCount();
  const before = document.getElementById("newer");
  const left = kept.get();
  if (before) await take(await chosen(say.whyNewer, field.value, before.textContent, say), before.textContent);
  else if (left !== null && !isSame(left, field.value)) {
    const theirs = field.value;
    field.value = left;
    await take(await chosen(say.whyLeft, left, theirs, say), theirs);
  } else if (isSaved()) kept.drop();
  else typed();
}

function fitTheKeyboard() {
  document.documentElement.style.setProperty("--height", `${window.visualViewport.height}px`);
}

field.addEventListener("input", typed);
form.addEventListener("submit", handOver);
window.addEventListener("online", save);
window.addEventListener("offline", () => isSaved() || show("offline"));
window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
document.addEventListener("visibilitychange", () => document.hidden && save());
window.visualViewport?.addEventListener("resize", fitTheKeyboard);
form.classList.add("saves-itself");
last = begin();
