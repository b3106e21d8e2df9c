// Two texts of one essay.

// Compares as they are kept: in NFC, without blanks around.
export function isSame(one, other) {
  return one.normalize("NFC").trim() === other.normalize("NFC").trim();
}

// Returns the lines of `text` after those that both begin with.
export function beyond(text, other) {
  const [lines, others] = [text.trimEnd().split("\n"), other.trimEnd().split("\n")];
  let same = 0;
  while (same < lines.length && lines[same] === others[same]) same += 1;
  return lines.slice(same).join("\n");
}

// Returns `theirs`, and below it what `mine` has beyond it.
export function joined(mine, theirs) {
  return [theirs.trimEnd(), beyond(mine, theirs)].filter(Boolean).join("\n");
}
