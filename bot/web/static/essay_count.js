// The length of an essay as journey/essay.py counts it; tests/bot/web/test_essay_scripts.py holds the two together.

const BLANKS = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u; // what Python splits at
const COUNTS = /[\p{L}\p{N}]/u;

export function count(text) {
  return text
    .normalize("NFC")
    .split(BLANKS)
    .filter((token) => COUNTS.test(token)).length;
}

export function isNear(have, need, percent) {
  return Math.abs(have - need) * 100 <= need * percent;
}
