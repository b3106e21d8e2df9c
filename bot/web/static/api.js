// What the page asks the server: nothing else is ever called.

const BASE = "/sandbox/api";

export class Unreachable extends Error {}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(`${BASE}/${path}`, { ...options, headers: { "X-Sandbox": "1", ...options.headers } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Unreachable();
  }
  if (!answer.ok) throw new Unreachable(String(answer.status));
  return answer.json();
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const words = (language) => ask(`words/${language}`);
export const people = () => ask("people");
export const kinds = () => ask("kinds");
export const time = () => ask("clock");
export const moveClock = (to) => post("clock", to);
export const say = (phone, text) => post(`chat/${encodeURIComponent(phone)}/text`, { text });
export const rewrite = (phone, text, source) => post(`chat/${encodeURIComponent(phone)}/edit`, { text, source });
export const tap = (phone, choice, source) => post(`chat/${encodeURIComponent(phone)}/choice`, { choice, source });
export const start = (phone, text) => post(`chat/${encodeURIComponent(phone)}/start`, { text });

export function sendFiles(phone, text, files) {
  const form = new FormData();
  form.append("text", text);
  for (const file of files) form.append("file", file, file.name);
  return ask(`chat/${encodeURIComponent(phone)}/files`, { method: "POST", body: form });
}

/** What changed on each phone after its mark (`marks`: Map of phone to mark); waits up to `wait` seconds. */
export function news(marks, wait, signal) {
  const phones = [...marks.keys()].map(encodeURIComponent).join(",");
  return ask(`chat/${phones}?since=${[...marks.values()].join(",")}&wait=${wait}`, { signal });
}

export const fileAddress = (key) => `/sandbox/files/${key.replace(/^phones\//, "")}`;
