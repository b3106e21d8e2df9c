// What the answer to an upload means, and how long to wait before it is sent again.

const AGAIN = [2000, 5000, 10000, 30000]; // ms; the last one for as long as it takes
const LATER = [0, 408, 429, 500, 502, 503, 504]; // 0: no answer came

export function pauseBefore(tries) {
  return AGAIN[Math.min(tries, AGAIN.length - 1)];
}

// "there" (with or without a reason why not), "again", or "shut": the link opens nothing any more, a page says why.
export function tells(status, isData) {
  if (LATER.includes(status)) return "again";
  return isData ? "there" : "shut";
}
