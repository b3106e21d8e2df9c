// One message as a phone shows it.

import { fileAddress } from "./api.js";
import { hour } from "./clock.js";
import { element, isWeb } from "./dom.js";
import { openPictures } from "./lightbox.js";
import { word } from "./words.js";

const LINK = /(https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)])/gi;
const PICTURE = /\.(jpe?g|png|gif|webp)$/i;

/** Return the element of `message`; `tap(action, label)` is called when a choice is tapped. */
export function draw(message, tap) {
  const { body, mine, id } = message;
  const buttons = (body.buttons ?? []).filter((row) => row.length);
  const pictures = (body.files ?? []).filter((file) => isPicture(file, body));
  const documents = (body.files ?? []).filter((file) => !isPicture(file, body));
  const bubble = element("div", { className: "bubble" });
  if (pictures.length) bubble.append(album(pictures));
  for (const file of documents) bubble.append(chip(file));
  if (body.text) bubble.append(words(body.text, buttons.length > 0 && !mine));
  const stamp = element("span", { className: "stamp" });
  if (body.edited) stamp.append(element("span", { text: `${word("edited")} ` }));
  stamp.append(element("time", { text: hour(new Date(body.at)), datetime: body.at }));
  bubble.append(stamp);
  const row = element("article", { className: mine ? "message mine" : "message" }, bubble);
  if (pictures.length && !body.text) row.classList.add("bare");
  if (buttons.length) row.append(keyboard(buttons, tap));
  row.dataset.id = id;
  return row;
}

const isPicture = (file, body) =>
  body.kind === "pictures" || (body.kind === "mine" && file.kind === "photo") || PICTURE.test(file.name);

function words(text, hasSubject) {
  const shown = element("p", { className: "words" });
  const end = hasSubject ? text.search(/\n|$/) : 0;
  if (end) shown.append(element("strong", {}, ...linked(text.slice(0, end))));
  shown.append(...linked(text.slice(end)));
  return shown;
}

const linked = (text) =>
  text.split(LINK).filter(Boolean).map((part) =>
    isWeb(part) ? element("a", { href: part, text: part, target: "_blank", rel: "noopener noreferrer" }) : part,
  );

function album(pictures) {
  const grid = element("div", { className: `album of-${Math.min(pictures.length, 5)}` });
  const shown = pictures.map((file) => ({ address: fileAddress(file.key), name: file.name }));
  shown.forEach((picture, place) => {
    const image = element("img", { src: picture.address, alt: picture.name || word("photo"), loading: "lazy" });
    const open = element(
      "button",
      { type: "button", "aria-label": `${word("open-photo")} ${place + 1}/${shown.length}` },
      image,
    );
    open.addEventListener("click", () => openPictures(shown, place));
    image.addEventListener("error", () => open.replaceWith(chip(pictures[place])));
    grid.append(open);
  });
  return grid;
}

function chip(file) {
  const kind = (file.name.match(/\.([a-z0-9]{1,5})$/i)?.[1] ?? "•").toUpperCase();
  return element(
    "a",
    { className: "chip", href: fileAddress(file.key), download: file.name, title: word("download") },
    element("span", { className: "chip-kind", text: kind, "aria-hidden": "true" }),
    element("span", { className: "chip-name", text: file.name || word("download") }),
  );
}

function keyboard(rows, tap) {
  const board = element("div", { className: "keyboard" });
  for (const row of rows) {
    const line = element("div", { className: "keys" });
    for (const button of row) line.append(key(button, tap, board));
    board.append(line);
  }
  return board;
}

function key(button, tap, board) {
  if (button.url) {
    const address = isWeb(button.url) ? { href: button.url, target: "_blank", rel: "noopener noreferrer" } : {};
    return element("a", { className: "key", text: `${button.label} ↗`, ...address });
  }
  const made = element("button", { type: "button", className: `key ${button.style ?? ""}`, text: button.label });
  made.addEventListener("click", async () => {
    made.classList.add("tapped");
    board.inert = true;
    await tap(button.action);
    setTimeout(() => {
      made.classList.remove("tapped");
      board.inert = false;
    }, 500);
  });
  return made;
}
