// The page: its phones side by side, one question for their news, the switcher on a narrow screen.

import * as api from "./api.js";
import { choose, firstPhones, initials, isKnown, nameOf, readPeople, tone } from "./cast.js";
import { readClock, redraw as redrawClock, startClock } from "./clock.js";
import { element } from "./dom.js";
import { kindOf, readKinds } from "./kinds.js";
import { keep, kept } from "./memory.js";
import { Phone } from "./phone.js";
import { language, speak, word } from "./words.js";

const WAIT = 25; // s a question for news waits
const AGAIN = [500, 1000, 2000, 4000]; // ms between tries while the server is away
const place = document.getElementById("phones");
const tabs = document.getElementById("switch");
const notice = document.getElementById("notice");
let phones = [];
let active = null;
let asking = new AbortController();
let isAway = false;

const events = { changePerson, changeTo, putAway, unread, failed: () => asking.abort() };

function addPhone(id, before = null) {
  const phone = new Phone(id, events);
  phone.isFirst = true;
  phones.splice(before ? phones.indexOf(before) : phones.length, 0, phone);
  place.insertBefore(phone.root, before?.root ?? null);
  return phone;
}

async function changePerson(phone) {
  const chosen = await choose(phones.map((each) => each.id));
  if (chosen) changeTo(phone, chosen);
}

/** Put the phone `id` in the place of `phone`; one that is there already is only shown. */
function changeTo(phone, id) {
  const there = phones.find((each) => each.id === id);
  const next = there ?? addPhone(id, phone);
  if (!there) remove(phone);
  arranged(next);
}

function putAway(phone) {
  if (phones.length === 1) return;
  remove(phone);
  arranged(active === phone ? phones[0] : active);
}

function remove(phone) {
  phones = phones.filter((each) => each !== phone);
  phone.root.remove();
}

/** The phones changed: remember them, show `next` on a narrow screen, ask for everybody's news. */
function arranged(next) {
  keep("phones", phones.map((each) => each.id));
  place.dataset.count = phones.length;
  activate(next);
  asking.abort();
}

function activate(phone) {
  active = phone;
  for (const each of phones) each.root.classList.toggle("active", each === phone);
  phone.hasUnread = false;
  drawTabs();
  phone.toBottom();
}

function drawTabs() {
  tabs.replaceChildren(
    ...phones.map((phone) => {
      const { person } = phone;
      const label = `${nameOf(person)}, ${word(`kind-${kindOf(phone.id)}`)}` + (phone.hasUnread ? `, ${word("unread")}` : "");
      const tab = element(
        "button",
        { type: "button", className: `tab is-${kindOf(phone.id)}${phone.hasUnread ? " unread" : ""}`, "aria-label": label, onclick: () => activate(phone) },
        element("span", { className: `face ${tone(person)}`, text: initials(person), "aria-hidden": "true" }),
        element("span", { className: "tab-name", text: shortName(phone), "aria-hidden": "true" }),
      );
      if (phone === active) tab.setAttribute("aria-current", "true");
      return tab;
    }),
  );
}

/** Return what a tab says: the given name, and the platform where it is not the page's own. */
function shortName(phone) {
  const given = nameOf(phone.person).split(" ").at(-1);
  const kind = kindOf(phone.id);
  return kind === "web" ? given : `${given} · ${word(`kind-${kind}`)}`;
}

function unread(phone) {
  if (phone !== active) {
    phone.hasUnread = true;
    drawTabs();
  }
  if (!phone.person.joined) readPeople().then(() => phone.person.joined && (phone.showHint(), drawTabs()), () => {});
}

function tell(text, isTrouble = false) {
  notice.textContent = text;
  notice.hidden = false;
  notice.classList.toggle("trouble", isTrouble);
  clearTimeout(tell.timer);
  if (!isTrouble) tell.timer = setTimeout(() => (notice.hidden = true), 4000);
}

async function listen() {
  for (let failures = 0; ; ) {
    asking = new AbortController();
    const mine = [...phones];
    const isNew = mine.some((phone) => phone.isFirst);
    try {
      const marks = new Map(mine.map((phone) => [phone.id, phone.mark]));
      const found = await api.news(marks, isNew || isAway ? 0 : WAIT, asking.signal);
      if (isAway) await cameBack();
      else spread(mine, found);
      failures = 0;
    } catch (error) {
      if (error.name === "AbortError") continue;
      isAway = true;
      tell(word("offline"), true);
      await new Promise((resolve) => setTimeout(resolve, AGAIN[Math.min(failures, AGAIN.length - 1)]));
      failures += 1;
    }
  }
}

function spread(mine, found) {
  for (const phone of mine) {
    const changes = found.filter((each) => each.phone === phone.id);
    if (changes.length) phone.take(changes, phone.isFirst);
    phone.isFirst = false;
  }
}

async function cameBack() {
  await Promise.all([readPeople(), readKinds(), readClock()]);
  isAway = false;
  for (const phone of phones) {
    phone.forget();
    phone.isFirst = true;
    phone.redraw();
  }
  tell(word("online"));
}

function showSteps() {
  const steps = document.getElementById("steps");
  steps.hidden = kept("steps", false);
  document.getElementById("steps-close").addEventListener("click", () => {
    steps.hidden = true;
    keep("steps", true);
  });
}

/** A code was opened on this machine: the first phone that a link can open is who scanned it. */
function startFromAddress() {
  const payload = new URLSearchParams(location.search).get("start");
  if (!payload) return;
  history.replaceState(null, "", location.pathname);
  phones.find((each) => each.can.starts)?.starts(payload);
}

async function open() {
  await Promise.all([speak(), readPeople(), readKinds(), readClock()]);
  const known = kept("phones", []).filter(isKnown);
  for (const id of known.length ? known : firstPhones()) addPhone(id);
  startClock(tell, () => asking.abort());
  showSteps();
  document.getElementById("add").addEventListener("click", async () => {
    const chosen = await choose(phones.map((each) => each.id));
    if (chosen) arranged(addPhone(chosen));
  });
  document.getElementById("language").addEventListener("click", async () => {
    await speak(language === "vi" ? "en" : "vi");
    redrawClock();
    for (const phone of phones) phone.redraw();
    drawTabs();
  });
  for (const each of ["dragover", "drop"]) document.addEventListener(each, (event) => event.preventDefault());
  arranged(phones[0]);
  startFromAddress();
  await listen();
}

async function begin() {
  try {
    await open();
  } catch {
    setTimeout(() => location.reload(), 2000);
  }
}

begin();
