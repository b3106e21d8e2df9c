// What will be sent along: chosen, dropped, pasted or sample files, shown before they go.

import { element } from "./dom.js";
import { samplePhotos } from "./sample.js";
import { word } from "./words.js";

const MOST = 10; // of one album
const LARGEST = 24 * 1024 * 1024; // bytes; a little under what the server reads

/** Make the tray of the phone `root`; `toast(text)` says a short word on it. */
export function makeTray(root, { toast }) {
  const shown = root.querySelector(".tray");
  const picker = root.querySelector("input[type=file]");
  let staged = [];

  const redraw = () => {
    shown.hidden = !staged.length;
    const said = element("p", { text: `${word("staged")}: ${staged.length}` });
    shown.replaceChildren(said, ...staged.map((each) => each.drawn));
  };
  const drop = (one) => {
    if (one.address) URL.revokeObjectURL(one.address);
    staged = staged.filter((each) => each !== one);
    redraw();
  };
  const add = (files) => {
    const small = files.filter((file) => file.size <= LARGEST);
    if (small.length < files.length) toast(word("too-large"));
    if (staged.length + small.length > MOST) toast(word("too-many-files"));
    for (const file of small.slice(0, MOST - staged.length)) staged.push(stage(file, drop));
    redraw();
    root.querySelector("textarea").focus({ preventScroll: true });
  };

  root.querySelector(".attach").addEventListener("click", () => picker.click());
  root.querySelector(".sample").addEventListener("click", async () => add(await samplePhotos(3)));
  picker.addEventListener("change", () => {
    add([...picker.files]);
    picker.value = "";
  });
  root.querySelector("textarea").addEventListener("paste", (event) => {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    add(files);
  });
  takeDrops(root, add);
  return {
    files: () => staged.map((each) => each.file),
    clear: () => [...staged].forEach(drop),
  };
}

function stage(file, drop) {
  const one = { file };
  one.address = file.type.startsWith("image/") ? URL.createObjectURL(file) : "";
  const shown = one.address
    ? element("img", { src: one.address, alt: file.name })
    : element("span", { className: "chip-name", text: file.name });
  const remove = element("button", { type: "button", text: "×", "aria-label": `${word("remove-file")}: ${file.name}`, onclick: () => drop(one) });
  one.drawn = element("div", { className: "staged", title: file.name }, shown, remove);
  return one;
}

function takeDrops(root, add) {
  let inside = 0;
  const carriesFiles = (event) => event.dataTransfer.types.includes("Files");
  const mark = (change) => {
    inside = Math.max(0, inside + change);
    root.classList.toggle("dropping", inside > 0);
  };
  root.addEventListener("dragenter", (event) => carriesFiles(event) && mark(1));
  root.addEventListener("dragleave", (event) => carriesFiles(event) && mark(-1));
  root.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  root.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    inside = 0;
    mark(0);
    add([...event.dataTransfer.files]);
  });
}
