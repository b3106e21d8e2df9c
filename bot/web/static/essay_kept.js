// What is written and not saved yet, kept on this machine under its task: a newer link, or version, finds it, too.

export function keeper(task) {
  const name = `essay.${task}`;
  return {
    get: () => attempt(() => localStorage.getItem(name)),
    put: (text) => attempt(() => localStorage.setItem(name, text)),
    drop: () => attempt(() => localStorage.removeItem(name)),
  };
}

function attempt(access) {
  try {
    return access();
  } catch {
    return null; // a browser that keeps nothing
  }
}
