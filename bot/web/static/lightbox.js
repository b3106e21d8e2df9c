// Pictures at full size, one after the other.

const box = document.getElementById("lightbox");
const image = box.querySelector("img");
const save = box.querySelector(".download");
const previous = box.querySelector(".previous");
const following = box.querySelector(".following");
let pictures = [];
let place = 0;

export function openPictures(all, first) {
  pictures = all;
  show(first);
  box.showModal();
}

function show(wanted) {
  place = (wanted + pictures.length) % pictures.length;
  image.src = pictures[place].address;
  image.alt = pictures[place].name;
  save.href = pictures[place].address;
  save.download = pictures[place].name || "anh";
  previous.hidden = following.hidden = pictures.length < 2;
}

previous.addEventListener("click", () => show(place - 1));
following.addEventListener("click", () => show(place + 1));
box.querySelector(".close").addEventListener("click", () => box.close());
box.addEventListener("click", (event) => event.target === box && box.close());
box.addEventListener("keydown", (event) => {
  if (event.key === "ArrowLeft") show(place - 1);
  if (event.key === "ArrowRight") show(place + 1);
});
