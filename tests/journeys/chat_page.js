'use strict';
// chat_page.js URL PAGE: runs the script of the visitor's page on a document that holds only what it uses, against a real
// backend, and types as a visitor does. Prints what stands on the page, as JSON, after each step.
const fs = require('fs');
const { webcrypto } = require('crypto');

const [, , base, file] = process.argv;
const page = fs.readFileSync(file, 'utf8');
const script = /<script>([\s\S]*)<\/script>/.exec(page)[1];
const ids = [...page.matchAll(/ id="(\w+)"/g)].map((match) => match[1]);
const body = /<body data-client="([^"]*)" data-name="([^"]*)">/.exec(page);

class Element {
  constructor(tag) {
    Object.assign(this, { tag, className: '', own: '', value: '', dataset: {}, children: [], heard: {}, parentNode: null, scrollTop: 0, scrollHeight: 0, clientHeight: 0 });
  }
  get textContent() { return this.own + this.children.map((child) => child.textContent).join('|'); }
  set textContent(text) { this.own = String(text); this.children.forEach((child) => { child.parentNode = null; }); this.children = []; }
  get nextSibling() { return this.parentNode.children[this.parentNode.children.indexOf(this) + 1] || null; }
  insertBefore(child, before) {
    child.remove();
    this.children.splice(before ? this.children.indexOf(before) : this.children.length, 0, child);
    child.parentNode = this;
  }
  appendChild(child) { this.insertBefore(child, null); }
  remove() {
    if (this.parentNode) { this.parentNode.children = this.parentNode.children.filter((child) => child !== this); }
    this.parentNode = null;
  }
  querySelectorAll(list) {
    return this.children.filter((child) => list.split(', ').some((one) => one[0] === '.' ? child.className.split(' ').includes(one.slice(1)) : child.tag === one));
  }
  querySelector(list) { return this.querySelectorAll(list)[0] || null; }
  setAttribute() { }
  focus() { }
  addEventListener(kind, act) { this.heard[kind] = act; }
  fire(kind, event) { this.heard[kind](Object.assign({ preventDefault() { } }, event)); }
  requestSubmit() { this.fire('submit'); }
}

// One tab: what it keeps outlives the page in it.
const kept = new Map();
let down = false;
function open() {
  const elements = Object.fromEntries(ids.map((id) => [id, new Element(id)]));
  const left = { is: false };
  const document = { documentElement: { lang: 'en' }, body: { dataset: { client: body[1], name: body[2] } }, getElementById: (id) => elements[id], createElement: (tag) => new Element(tag) };
  const storage = { getItem: (key) => kept.get(key) || null, setItem: (key, value) => kept.set(key, value) };
  const ask = (path, options) => down ? Promise.reject(new Error('no wire')) : left.is ? new Promise(() => { }) : fetch(base + path, options);
  new Function('document', 'navigator', 'sessionStorage', 'crypto', 'fetch', 'addEventListener', script)(document, { languages: ['fr'] }, storage, webcrypto, ask, () => { });
  const said = () => elements.entries.children.map((entry) => entry.querySelector('.said').textContent);
  const type = (text) => {
    elements.text.value = text;
    elements.text.fire('input');
    elements.text.fire('keydown', { key: 'Enter' });
  };
  return { elements, said, type, leave: () => { left.is = true; } };
}

async function until(what, look) {
  const end = Date.now() + 60000;
  while (!look()) {
    if (Date.now() > end) { throw new Error('waited in vain for ' + what); }
    await new Promise((done) => setTimeout(done, 20)); // between two looks; bounded by the deadline
  }
}
function tell(step, value) { console.log(JSON.stringify({ step, value })); }

(async () => {
  let tab = open();
  tab.type('   ');
  tell('empty', [tab.said(), tab.elements.status.textContent]);
  down = true;
  tab.type('When is <b>breakfast</b>?');
  await until('words about the wire', () => tab.elements.status.className === 'bad');
  tell('offline', [tab.said(), tab.elements.status.textContent]);
  down = false;
  await until('the answer', () => tab.said().some((text) => text.includes('07:00')));
  tell('answered', [tab.said(), tab.elements.status.textContent]);
  const before = tab.said();
  tab.leave();
  tab = open();
  await until('the same again', () => tab.said().length === before.length);
  tell('reloaded', tab.said());
  tab.elements.anew.fire('click');
  tell('anew', tab.said());
  process.exit(0);
})().catch((error) => { console.error(String(error)); process.exit(1); });
