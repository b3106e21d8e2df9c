// Sends the chosen files one after the other, each by itself, until it is there; shows how every file stands.

import { pauseBefore, tells } from "/pages/upload_tries.js";

const LOOK = 3000; // ms between two looks at files that are being checked
const PATIENCE = 300000; // ms that one file may take

const form = document.getElementById("upload");
const field = document.getElementById("files");
const going = document.getElementById("going");
const say = form.dataset;

const waiting = [];
let isSending = false;
let isShut = false;
let wake = () => {};

const rest = (pause) => new Promise((done) => {
  wake = done;
  setTimeout(done, pause);
});

function complain(why) {
  const line = document.getElementById("fault");
  line.textContent = why;
  line.hidden = !why;
}

function row(name, said, state, picture = "") {
  const line = document.createElement("li");
  line.dataset.state = state;
  if (picture) line.append(Object.assign(document.createElement("img"), { src: picture, alt: "", loading: "lazy" }));
  line.append(Object.assign(document.createElement("span"), { className: "name", textContent: name }));
  line.append(Object.assign(document.createElement("span"), { className: "said", textContent: said }));
  return line;
}

function tell(line, said, state) {
  line.querySelector(".said").textContent = said;
  line.dataset.state = state;
}

function show({ files, room }) {
  document.getElementById("room").textContent = room ? say.room.replace("{n}", room) : say.noRoom;
  document.getElementById("kept").replaceChildren(...files.map((each) => row(each.name, each.said, each.state, each.picture)));
  document.getElementById("count").textContent = say.files.replace("{n}", files.length);
  document.getElementById("none").hidden = files.length > 0;
  if (files.some((each) => each.state === "arrived")) lookAgain();
}

let looks = 0;
function lookAgain() {
  clearTimeout(looks);
  looks = setTimeout(look, LOOK);
}

async function look() {
  try {
    const answer = await fetch(say.states, { signal: AbortSignal.timeout(20000) });
    if (answer.ok) show(await answer.json());
    else if ([404, 410].includes(answer.status)) shut(await answer.text());
  } catch {
    lookAgain();
  }
}

function chosen() {
  complain("");
  for (const file of field.files) {
    const line = row(file.name, say.waiting, "waiting");
    going.append(line);
    if (file.size > Number(say.largest)) tell(line, say.large, "refused");
    else waiting.push({ file, line });
  }
  field.value = "";
  if (!isSending) sendAll();
}

async function sendAll() {
  isSending = true;
  document.getElementById("stay").hidden = !waiting.length;
  let tries = 0;
  while (waiting.length && !isShut) {
    const next = waiting.shift();
    if (await isDone(next)) tries = 0;
    else {
      waiting.push(next); // the others need not wait for one that does not go through
      await rest(pauseBefore(tries));
      tries += 1;
    }
  }
  document.getElementById("stay").hidden = true;
  isSending = false;
}

// Send one file once; false when it is to be sent again.
async function isDone({ file, line }) {
  const answer = await send(file, line);
  switch (tells(answer.status, answer.isData)) {
    case "again":
      tell(line, say.again, "again");
      return false;
    case "shut":
      shut(answer.text);
      return true;
  }
  const found = JSON.parse(answer.text);
  show(found);
  if (found.why) tell(line, found.why, "refused");
  else line.remove();
  return true;
}

// XMLHttpRequest, since fetch does not tell how much of a body has left.
function send(file, line) {
  const body = new FormData();
  body.append("form", form.elements.namedItem("form").value);
  body.append("file", file, file.name);
  const bar = Object.assign(document.createElement("progress"), { max: 100, value: 0 });
  line.append(bar);
  return new Promise((done) => {
    const call = new XMLHttpRequest();
    const end = (status, text) => {
      bar.remove();
      done({ status, text, isData: (call.getResponseHeader("Content-Type") ?? "").includes("json") });
    };
    call.open("POST", form.getAttribute("action"));
    call.setRequestHeader("Accept", "application/json");
    call.timeout = PATIENCE;
    call.upload.onprogress = ({ loaded, total }) => {
      bar.value = total ? (100 * loaded) / total : 0;
      const isThere = loaded === total;
      tell(line, isThere ? say.checking : say.sending.replace("{n}", Math.floor(bar.value)), "sending");
    };
    call.onload = () => end(call.status, call.responseText);
    call.onerror = call.ontimeout = call.onabort = () => end(0, "");
    call.send(body);
  });
}

// The link opens nothing any more: what the page says of it stands in its notice.
function shut(page) {
  isShut = true;
  field.disabled = true;
  const notice = new DOMParser().parseFromString(page, "text/html").querySelector("main");
  const lines = notice ? [...notice.querySelectorAll("h1, p")].map((each) => each.textContent) : [];
  complain(lines.map((each) => (/[.!?]$/.test(each) ? each : `${each}.`)).join(" "));
}

field.addEventListener("change", chosen);
form.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("online", () => wake());
window.addEventListener("beforeunload", (event) => isSending && event.preventDefault());
window.addEventListener("pageshow", (event) => event.persisted && look());
form.classList.add("sends-itself");
if (say.kept) look();
