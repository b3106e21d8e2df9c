// Photos for whoever has none at hand: drawn here, each one different.

const SKIES = [["#bfe3ff", "#fff3d6"], ["#9ed0f5", "#e8f6ff"], ["#ffd9a8", "#fff0e0"]];
const SHIRTS = ["#1565c0", "#1e88e5", "#2a79c8", "#0d4f9a", "#3b8fd9"];

/** Return `count` JPEG files. */
export const samplePhotos = (count) =>
  Promise.all(Array.from({ length: count }, (_, number) => photo(number)));

function photo(number) {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1280, height: 960 });
  const pen = canvas.getContext("2d");
  backdrop(pen, SKIES[number % SKIES.length]);
  const people = 4 + Math.floor(Math.random() * 4);
  for (let each = 0; each < people; each += 1) person(pen, ((each + 0.6 + Math.random() * 0.4) / (people + 0.6)) * 1280);
  trees(pen);
  return new Promise((resolve) =>
    canvas.toBlob((blob) => resolve(new File([blob], `anh-mau-${number + 1}.jpg`, { type: "image/jpeg" })), "image/jpeg", 0.85),
  );
}

function backdrop(pen, [high, low]) {
  const sky = pen.createLinearGradient(0, 0, 0, 560);
  sky.addColorStop(0, high);
  sky.addColorStop(1, low);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 1280, 960);
  pen.fillStyle = "#8fbf87";
  hill(pen, 520, 70);
  pen.fillStyle = "#5f9d62";
  hill(pen, 610, 40);
  pen.fillStyle = "#d8c49a";
  pen.fillRect(0, 760, 1280, 200);
}

function hill(pen, height, rise) {
  const shift = Math.random() * 6;
  pen.beginPath();
  pen.moveTo(0, 960);
  for (let x = 0; x <= 1280; x += 20) pen.lineTo(x, height + Math.sin(x / 190 + shift) * rise);
  pen.lineTo(1280, 960);
  pen.fill();
}

function person(pen, x) {
  const tall = 300 + Math.random() * 60;
  const foot = 850 + Math.random() * 60;
  pen.fillStyle = "#2b3440";
  pen.fillRect(x - 32, foot - tall * 0.4, 26, tall * 0.4);
  pen.fillRect(x + 6, foot - tall * 0.4, 26, tall * 0.4);
  pen.fillStyle = SHIRTS[Math.floor(Math.random() * SHIRTS.length)];
  pen.beginPath();
  pen.roundRect(x - 48, foot - tall * 0.82, 96, tall * 0.46, 28);
  pen.fill();
  pen.fillStyle = "#e0ac82";
  pen.beginPath();
  pen.arc(x, foot - tall * 0.94, 38, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = "#33261f";
  pen.beginPath();
  pen.arc(x, foot - tall * 0.96, 40, Math.PI, 0);
  pen.fill();
}

function trees(pen) {
  for (let each = 0; each < 3; each += 1) {
    const x = 80 + Math.random() * 1120;
    pen.fillStyle = "#6d4c33";
    pen.fillRect(x - 7, 820, 14, 100);
    pen.fillStyle = "#3e8a4e";
    pen.beginPath();
    pen.ellipse(x, 800, 50, 66, 0, 0, Math.PI * 2);
    pen.fill();
  }
}
