// The product's clock: shown, and moved forward.

import * as api from "./api.js";
import { language, word } from "./words.js";

const DAY = 86_400_000; // ms
const FARTHEST = 730 * DAY; // what the server lets one move be
const LOOK = 300; // ms between looks at a clock that is on its way

let zone = "Asia/Ho_Chi_Minh";
let ahead = 0; // of this machine, in ms
const shown = document.getElementById("now");
const day = document.querySelector("#to-date input");

const locale = () => (language === "en" ? "en-GB" : "vi-VN");
const format = (moment, options) => new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }).format(moment);

export const hour = (moment) => format(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
export const date = (moment) =>
  format(moment, { weekday: "long", day: "2-digit", month: "2-digit", year: "numeric" });

const isoDay = (moment) => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(moment);
const now = () => new Date(Date.now() + ahead);

function take(answer) {
  zone = answer.zone;
  ahead = new Date(answer.now) - Date.now();
  document.querySelector(".clock-moves").hidden = !answer.moves;
  document.querySelector(".clock-why").hidden = !answer.moves;
  shown.classList.toggle("on-its-way", answer.to !== null);
  show();
}

/** Show the way of the clock until it is where it was moved to: weeks take seconds. */
async function follow(answer) {
  take(answer);
  while (answer.to !== null) {
    await new Promise((look) => setTimeout(look, LOOK));
    answer = await api.time();
    take(answer);
  }
}

function show() {
  const moment = now();
  const said = `${hour(moment)} · ${date(moment)}`;
  if (shown.textContent === said) return;
  shown.textContent = said;
  shown.dateTime = moment.toISOString();
  day.min = isoDay(new Date(moment.getTime() + DAY));
  day.max = isoDay(new Date(moment.getTime() + FARTHEST));
}

export async function readClock() {
  const answer = await api.time();
  take(answer);
  follow(answer).catch(() => {});
}

/** Start the clock; `tell` says a word to whoever looks, `failed` that the server did not answer. */
export function startClock(tell, failed) {
  const move = async (to) => {
    try {
      await follow(await api.moveClock(to));
      tell(`${word("clock-moved")} ${shown.textContent}`);
    } catch {
      failed();
    }
  };
  for (const button of document.querySelectorAll("[data-seconds]")) {
    button.addEventListener("click", () => move({ seconds: Number(button.dataset.seconds) }));
  }
  document.getElementById("to-date").addEventListener("submit", (event) => {
    event.preventDefault();
    if (day.value < day.min) tell(word("clock-past"));
    else move({ to: `${day.value}T08:00:00` });
  });
  setInterval(show, 1000);
}

export const redraw = () => {
  shown.textContent = "";
  show();
};
