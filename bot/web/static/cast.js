// Who can be played, and the list to choose from.

import * as api from "./api.js";
import { element } from "./dom.js";
import { free, kindOf, names, personOf, phoneOf } from "./kinds.js";
import { fill, folded, word } from "./words.js";

const dialog = document.getElementById("cast");
const search = dialog.querySelector("input");
const list = dialog.querySelector(".people");
const STRANGER = { id: "nguoi-la", name: "", roles: [], unit: "", group: "", joined: true, kinds: [], token: "", code: "", isStranger: true };
let people = [];
let answered = null;

export async function readPeople() {
  people = [...(await api.people()), STRANGER];
}

export const nameOf = (person) => (person.isStranger ? word("stranger") : person.name);
const find = (phone) => people.find((each) => each.id === personOf(phone));
export const isKnown = (phone) => names().includes(kindOf(phone)) && find(phone) !== undefined;

/** Return whose phone it is; somebody who is not in the roster any more has at least a number. */
export const owner = (phone) => find(phone) ?? { ...STRANGER, id: personOf(phone), name: personOf(phone), isStranger: false };

export const roleWords = (person) =>
  person.isStranger ? word("stranger-why") : person.roles.map((role) => word(`role-${role.replaceAll("_", "-")}`)).join(", ");

const TONES = [
  ["party_committee", "party"], ["standing_committee", "lead"], ["organiser", "lead"], ["secretary", "office"],
  ["supervisor", "guide"], ["group_leader", "guide"], ["executive", "office"], ["member", "member"],
];

/** Return the tone of a person's colours: by the highest of their roles. */
export function tone(person) {
  return TONES.find(([role]) => person.roles.includes(role))?.[1] ?? "nobody";
}

/** Return the letters on a person's face: of the first and the given name. */
export function initials(person) {
  const parts = nameOf(person).split(" ");
  return (parts[0][0] + (parts.length > 1 ? parts.at(-1)[0] : "")).toUpperCase();
}

const isPlain = (person) => person.joined && person.roles.join() === "member";

/** Return the phones a newcomer sees: a member's, as many as they have beside the page's own; supervisor, secretary. */
export function firstPhones() {
  const guides = people.filter((each) => each.joined && each.roles.includes("supervisor"));
  for (const guide of guides) {
    const member = people.find((each) => isPlain(each) && each.group === guide.group && each.unit === guide.unit);
    if (!member) continue;
    const office = people.filter((each) => each.joined && each.roles.includes("secretary"));
    const secretary = office.find((each) => each.unit === guide.unit) ?? office[0];
    return [...phonesOf(member), ...[guide, secretary].filter(Boolean).flatMap(phonesOf)];
  }
  return people.slice(0, 3).flatMap(phonesOf);
}

/** Return the phones of a person: those of platforms, else the page's own. */
function phonesOf(person) {
  const all = person.kinds.filter((kind) => names().includes(kind)).map((kind) => phoneOf(kind, person.id));
  const platforms = all.filter((phone) => phone !== person.id);
  return platforms.length ? platforms : [person.id];
}

/** Let a person be chosen; return a phone of theirs, null when the list was closed. `open` are the phones in use. */
export async function choose(open) {
  await readPeople().catch(() => {});
  search.value = "";
  show(open);
  fill(dialog);
  dialog.showModal();
  search.oninput = () => show(open);
  return new Promise((resolve) => {
    answered = resolve;
  });
}

dialog.addEventListener("close", () => answered?.(null));
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
dialog.querySelector(".close").addEventListener("click", () => dialog.close());

function picked(phone) {
  answered?.(phone);
  answered = null;
  dialog.close();
}

function show(open) {
  const wanted = folded(search.value).split(/\s+/).filter(Boolean);
  const matching = people.filter((each) => wanted.every((part) => folded(describe(each)).includes(part)));
  const parts = new Map();
  for (const each of matching) {
    const heading = each.isStranger ? word("stranger") : isMember(each) ? each.group || word("no-group") : word("officers");
    parts.set(heading, [...(parts.get(heading) ?? []), each]);
  }
  list.replaceChildren(
    ...[...parts].map(([heading, those]) =>
      element("section", {}, element("h3", { text: heading }), ...those.map((each) => entry(each, open))),
    ),
  );
  if (!matching.length) list.append(element("p", { className: "nobody", text: word("nobody-found") }));
}

const isMember = (person) => person.roles.includes("member");
const describe = (person) =>
  `${nameOf(person)} ${roleWords(person)} ${person.unit} ${person.group} ${person.joined ? "" : word("not-joined")}`;

function entry(person, open) {
  const kind = free(person, open);
  const isOpen = open.some((phone) => personOf(phone) === person.id);
  const about = [roleWords(person), person.unit].filter(Boolean).join(" · ");
  const made = element(
    "button",
    { type: "button", className: "person", disabled: kind ? undefined : "", onclick: () => picked(phoneOf(kind, person.id)) },
    element("span", { className: `face ${tone(person)}`, text: initials(person), "aria-hidden": "true" }),
    element("span", { className: "who-text" }, element("strong", { text: nameOf(person) }), element("small", { text: about })),
  );
  if (isOpen) made.append(element("em", { text: word("on-phone") }));
  else if (!person.joined) made.append(element("em", { className: "waiting", text: word("not-joined") }));
  return made;
}
