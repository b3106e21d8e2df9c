// One phone: who plays on it, what it shows, what is sent from it.

import * as api from "./api.js";
import { initials, nameOf, owner, roleWords, tone } from "./cast.js";
import { date } from "./clock.js";
import { element } from "./dom.js";
import { abilities, kindOf, names, personOf, phoneOf } from "./kinds.js";
import { draw } from "./message.js";
import { makeTray } from "./tray.js";
import { fill, word } from "./words.js";

const ANSWER_WITHIN = 5000; // ms the three dots are shown
const TALLEST = 132; // px of the box one writes in, as in phone.css
const NEAR = 120; // px from the bottom that count as "at the bottom"

export class Phone {
  /** `events`: changePerson(phone), changeTo(phone, id), putAway(phone), unread(phone), failed(). */
  constructor(id, events) {
    this.id = id;
    this.mark = 0n;
    this.follows = true; // the newest message, whatever grows above it
    this.events = events;
    this.messages = new Map();
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.root.classList.add(`is-${kindOf(id)}`);
    const part = (selector) => this.root.querySelector(selector);
    Object.assign(this, {
      chat: part(".chat"), list: part(".messages"), hint: part(".hint"), dots: part(".answering"),
      newest: part(".newest"), kind: part(".kind"), toastLine: part(".toast"), box: part("textarea"), form: part(".write"),
    });
    this.tray = makeTray(this.root, { toast: (text) => this.toast(text) });
    this.listen(part);
    this.redraw();
  }

  listen(part) {
    part(".who-name").addEventListener("click", () => this.events.changePerson(this));
    this.kind.addEventListener("change", () => this.events.changeTo(this, phoneOf(this.kind.value, personOf(this.id))));
    part(".menu").hidden = !this.can.buttons;
    if (!this.can.documents) part("input[type=file]").accept = "image/*";
    part(".put-away").addEventListener("click", () => this.events.putAway(this));
    part(".menu").addEventListener("click", () => this.says(word("menu")));
    this.list.addEventListener("dblclick", (event) => this.rewrites(event.target.closest(".message.mine")?.dataset.id));
    this.newest.addEventListener("click", () => this.toBottom());
    this.chat.addEventListener("scroll", () => this.scrolled());
    new ResizeObserver(() => this.follows && this.toBottom()).observe(this.list);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
    this.box.addEventListener("input", () => {
      if (!this.box.value) this.rewriting = null;
      this.fit();
    });
  }

  get person() {
    return owner(this.id);
  }

  get can() {
    return abilities(kindOf(this.id));
  }

  /** Show the words and the person anew, and every message. */
  redraw() {
    fill(this.root);
    const { person } = this;
    this.root.setAttribute("aria-label", `${word("chat-of")} ${nameOf(person)}`);
    this.drawKinds();
    const face = this.root.querySelector(".face");
    face.textContent = initials(person);
    face.className = `face ${tone(person)}`;
    this.root.querySelector(".who-text strong").textContent = nameOf(person);
    this.root.querySelector(".who-text small").textContent = [roleWords(person), person.group || person.unit]
      .filter(Boolean)
      .join(" · ");
    this.list.replaceChildren();
    const all = [...this.messages.values()];
    this.messages.clear();
    for (const message of all) this.put(message);
    this.showHint();
    this.toBottom();
  }

  drawKinds() {
    const own = kindOf(this.id);
    this.kind.replaceChildren(...names().map((kind) => element("option", { value: kind, text: word(`kind-${kind}`) })));
    this.kind.value = own;
  }

  /** Start over: the server was away. */
  forget() {
    this.mark = 0n;
    this.messages.clear();
    this.list.replaceChildren();
  }

  /** Take what changed; `isFirst`: it was there before the page was opened. */
  take(changes, isFirst) {
    for (const message of changes) {
      if (BigInt(message.changed) > this.mark) this.mark = BigInt(message.changed);
      if (message.body.toast !== undefined) {
        if (!isFirst) this.toast(message.body.toast);
      } else this.put(message);
    }
    const spoke = changes.some((message) => !message.mine && message.body.text !== undefined);
    if (spoke) this.dots.hidden = true;
    this.showHint();
    if (isFirst || this.follows || changes.some((message) => message.mine)) this.toBottom();
    else if (spoke) this.newest.hidden = false;
    if (spoke && !isFirst) this.events.unread(this);
  }

  put(message) {
    const earlier = this.list.querySelector(`[data-id="${message.id}"]`);
    if (!Object.keys(message.body).length) {
      this.messages.delete(message.id);
      earlier?.remove();
      return;
    }
    this.messages.set(message.id, message);
    const first = message.body.album && this.firstOfAlbum(message.body.album);
    if (first && first !== message) {
      this.list.querySelector(`[data-id="${first.id}"]`)?.replaceWith(this.drawAlbum(first));
      return;
    }
    const drawn = draw(message, (action) => this.taps(action, message.id));
    const day = date(new Date(message.body.at));
    drawn.dataset.day = earlier?.dataset.day ?? day;
    if (earlier) {
      drawn.classList.add("changed");
      earlier.replaceWith(drawn);
      return;
    }
    if (this.list.lastElementChild?.dataset.day !== day) this.list.append(element("p", { className: "day", text: day }));
    this.list.append(drawn);
  }

  firstOfAlbum(album) {
    return [...this.messages.values()].find((message) => message.body.album === album);
  }

  /** Draw the pictures sent together as one message. */
  drawAlbum(first) {
    const together = [...this.messages.values()].filter((message) => message.body.album === first.body.album);
    const files = together.flatMap((message) => message.body.files);
    const drawn = draw({ ...first, body: { ...first.body, files } }, () => {});
    drawn.dataset.day = date(new Date(first.body.at));
    return drawn;
  }

  showHint() {
    const { person } = this;
    this.hint.hidden = this.messages.size > 0;
    const way = (text, onclick) => element("button", { type: "button", className: "strong", text, onclick });
    if (!person.joined && person.token) {
      const open = this.can.starts
        ? way(word("open-invitation"), () => this.starts(person.token))
        : way(`${word("send-code")} ${person.code}`, () => this.says(person.code));
      this.hint.replaceChildren(element("p", { text: word("invitation-why") }), open);
      return;
    }
    const isNew = person.joined && !person.isStranger && !person.kinds.includes(kindOf(this.id));
    const why = !person.joined ? word("no-invitation") : isNew ? word("other-phone-how") : word("empty-how");
    this.hint.replaceChildren(element("strong", { text: word("empty") }), element("p", { text: why }));
    if (this.can.buttons) this.hint.append(way(word("menu"), () => this.says(word("menu"))));
  }

  async send() {
    const text = this.box.value.trim();
    const files = this.tray.files();
    if (!text && !files.length) return;
    const sent = await this.attempt(() => {
      if (this.rewriting && text) return api.rewrite(this.id, text, this.rewriting);
      return files.length ? api.sendFiles(this.id, text, files) : api.say(this.id, text);
    });
    if (!sent) return;
    this.rewriting = null;
    this.box.value = "";
    this.fit();
    this.tray.clear();
    this.box.focus({ preventScroll: true });
  }

  /** Take what was sent back into the box: what is sent next replaces it. */
  rewrites(id) {
    const earlier = this.messages.get(id);
    if (!this.can.edits || !earlier?.body.text || earlier.body.files?.length) return;
    this.rewriting = id;
    this.box.value = earlier.body.text;
    this.fit();
    this.box.focus({ preventScroll: true });
    this.toast(word("rewriting"));
  }

  says(text) {
    return this.attempt(() => api.say(this.id, text));
  }

  starts(token) {
    return this.attempt(() => api.start(this.id, token));
  }

  taps(action, source) {
    return this.attempt(() => api.tap(this.id, action, source));
  }

  async attempt(send) {
    this.dots.hidden = false;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => (this.dots.hidden = true), ANSWER_WITHIN);
    this.toBottom();
    try {
      await send();
      return true;
    } catch {
      this.dots.hidden = true;
      this.toast(word("not-sent"));
      this.events.failed();
      return false;
    }
  }

  toast(text) {
    this.toastLine.textContent = text;
    this.toastLine.hidden = false;
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => (this.toastLine.hidden = true), 3500);
  }

  fit() {
    this.box.style.height = "auto";
    const needed = this.box.scrollHeight + 2; // its border
    this.box.style.height = this.box.value ? `${needed}px` : "";
    this.box.style.overflowY = needed > TALLEST ? "auto" : "hidden";
  }

  scrolled() {
    this.follows = this.chat.scrollHeight - this.chat.scrollTop - this.chat.clientHeight < NEAR;
    if (this.follows) this.newest.hidden = true;
  }

  toBottom() {
    this.follows = true;
    this.newest.hidden = true;
    requestAnimationFrame(() => (this.chat.scrollTop = this.chat.scrollHeight));
  }
}
