// Shows the code of now. One that was not renewed in time is taken away: an old code never looks alive.

const LOOK = 4000; // ms between two looks at who is in
const PATIENCE = 8000; // ms that an answer may take
const SOON = 150; // ms after a slot's end: the next code is there

const root = document.getElementById("attendance");
const plate = document.getElementById("plate");
const note = document.getElementById("note");
const lost = document.getElementById("lost");
const here = document.getElementById("here");

let hideAt = 0;
let timer = 0;

function say(words) {
  note.textContent = words;
  note.hidden = !words;
}

function hide(state, words) {
  root.dataset.state = state;
  plate.replaceChildren();
  here.hidden = true;
  say(words);
}

function show(svg, address) {
  plate.replaceChildren(new DOMParser().parseFromString(svg, "text/html").querySelector("svg"));
  root.dataset.state = "live";
  say("");
  here.hidden = !address;
  if (address) here.firstElementChild.href = address;
}

function take(found, asked) {
  lost.hidden = true;
  document.getElementById("counted").textContent = found.counted;
  document.getElementById("listed").textContent = found.listed;
  document.getElementById("word").textContent = found.word;
  hideAt = asked + found.hide;
  if (found.qr) show(found.qr, found.here);
  else hide("closed", found.note || root.dataset.noCode);
  lookIn(Math.min(LOOK, found.next + SOON));
}

async function look() {
  clearTimeout(timer);
  const asked = Date.now();
  try {
    const answer = await fetch(root.dataset.code, { signal: AbortSignal.timeout(PATIENCE) });
    if ([404, 410].includes(answer.status)) return shut(await answer.text());
    if (!answer.ok) throw new Error(answer.status);
    take(await answer.json(), asked);
  } catch {
    lost.hidden = false;
    lookIn(LOOK / 2);
  }
}

function lookIn(pause) {
  clearTimeout(timer);
  timer = setTimeout(look, pause);
}

// The link opens nothing any more: what the page says of it stands in its notice.
function shut(page) {
  hideAt = 0;
  const lines = [...new DOMParser().parseFromString(page, "text/html").querySelectorAll("main h1, main p")];
  hide("closed", lines.map((line) => line.textContent).join(". "));
}

function watch() {
  if (root.dataset.state === "live" && Date.now() > hideAt) hide("stale", root.dataset.stale);
}

async function stayAwake() {
  try {
    await navigator.wakeLock?.request("screen");
  } catch {
    // The machine may go to sleep; the code is hidden when it wakes.
  }
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  watch();
  look();
  stayAwake();
});
window.addEventListener("online", look);
window.addEventListener("offline", () => (lost.hidden = false));
window.addEventListener("pageshow", (event) => event.persisted && look());
setInterval(watch, 250);
stayAwake();
look();
