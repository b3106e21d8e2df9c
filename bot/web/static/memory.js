// What this browser remembers of the page: the phones on it, the language, what was closed.

export function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`hanhtrinh.${name}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(`hanhtrinh.${name}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still works; it only forgets.
  }
}
