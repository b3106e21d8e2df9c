// The kinds of phone, one a platform: what people can do on each is said by the server.

import * as api from "./api.js";

const OWN = "web"; // a phone of this kind goes by its person alone

let kinds = {};

export async function readKinds() {
  kinds = await api.kinds();
}

export const names = () => Object.keys(kinds);
export const kindOf = (phone) => (phone.includes(":") ? phone.split(":")[0] : OWN);
export const personOf = (phone) => phone.split(":").at(-1);
export const phoneOf = (kind, person) => (kind === OWN ? person : `${kind}:${person}`);

/** Return what can be done on a phone of `kind`: buttons, edits, starts, documents. */
export const abilities = (kind) => kinds[kind] ?? {};

/** Return the first kind of phone that `person` has and that is not among `open`, null when all are. */
export function free(person, open) {
  const all = [...person.kinds, ...names()].filter((kind) => kind in kinds);
  return all.find((kind) => !open.includes(phoneOf(kind, person.id))) ?? null;
}
