/* The only script of Rashomon's pages. Everything works without it; with it, parts of a page change in place.
 *
 *   a[data-part], form[data-part]   the same address is asked for one part (header Rashomon-Part), put into #PART
 *   #search with #suggestions       suggestions as an ARIA combobox; the options are links from /suggest?q=
 *   form[data-drop]                 files may be dropped anywhere on the form
 *   form[data-switch]               checkboxes act at once, and the address tells how they stand
 *   [data-events]                   server-sent events: the part #PART is asked for anew, or [data-notice] is shown
 *   j k . / ?                       through the claims, to the words of one, to the search, all keys
 *
 * No markup is made of data here: fragments come from this server, and are read by the browser's own parser.
 */
"use strict";

const NOT_WITHIN = "input, textarea, select, [contenteditable], dialog";
const SUGGEST_AFTER = 150; // milliseconds without a key
const KEYS = [
  ["j", "next claim"],
  ["k", "claim before"],
  [".", "the words of this claim, in the first report that tells it"],
  ["/", "search"],
  ["Esc", "close, and back to where you were"],
  ["?", "these keys"],
];

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const ours = (address) => new URL(address, location.href).origin === location.origin;

/* Tell people who do not see the page what became of it. */
function say(words) {
  let live = one("#live");
  if (!live) {
    live = document.createElement("p");
    live.id = "live";
    live.className = "unseen";
    live.setAttribute("role", "status");
    document.body.append(live);
  }
  live.textContent = words;
}

/* ---- Parts ---- */

const asked = new Map(); // by part: what ends the request that is under way

/* Ask for one part of an address, put it into the page, and give the element it went into; null where it did not. */
async function part(name, address) {
  const target = document.getElementById(name);
  if (!target || !ours(address)) return null;
  asked.get(name)?.abort();
  const abort = new AbortController();
  asked.set(name, abort);
  target.setAttribute("aria-busy", "true");
  try {
    const reply = await fetch(address, { headers: { "Rashomon-Part": name }, signal: abort.signal });
    const html = (reply.headers.get("Content-Type") || "").startsWith("text/html");
    if (!html || (!reply.ok && reply.status !== 404 && reply.status !== 422)) throw new Error(`status ${reply.status}`);
    const parsed = new DOMParser().parseFromString(await reply.text(), "text/html");
    const found = parsed.getElementById(name) || parsed.body;
    target.replaceChildren(...found.childNodes);
    target.hidden = false;
    prepare(target);
    return target;
  } finally {
    if (asked.get(name) === abort) {
      asked.delete(name);
      target.removeAttribute("aria-busy");
    }
  }
}

/* Follow a link, or send a form, into a part; where that fails the browser goes there in its own way. */
async function follow(from, address) {
  const name = from.dataset.part;
  try {
    const target = await part(name, address);
    if (!target) return location.assign(address);
    history.pushState({ part: name }, "", address);
    shown = whole();
    all("[aria-current=true]").forEach((each) => each.removeAttribute("aria-current"));
    if (from.matches("a")) from.setAttribute("aria-current", "true");
    opener = from;
    arrive(target);
  } catch (fault) {
    if (fault.name !== "AbortError") location.assign(address);
  }
}

let opener = null;
const whole = () => location.pathname + location.search;
let shown = whole(); // the address of what is on the page, without the place in it

/* Bring a part into sight and give it the focus, at the place that it marks if it marks one. */
function arrive(target) {
  const place = one("#at", target) || one("mark", target);
  const head = one("h1, h2, h3", target) || target;
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
  (place || head).scrollIntoView({ block: place ? "center" : "nearest" });
  say(head.textContent.trim());
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-part]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (!document.getElementById(link.dataset.part) || !ours(link.href)) return;
  event.preventDefault();
  follow(link, link.href);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "post") {
    // once is enough: the button sleeps until the answer is here
    setTimeout(() => all("button", form).forEach((button) => (button.disabled = true)));
    return;
  }
  if (!form.dataset.part || !document.getElementById(form.dataset.part)) return;
  event.preventDefault();
  follow(form, addressOf(form));
});

/* The address to which a form of method GET leads, without the fields that say nothing. */
function addressOf(form) {
  const address = new URL(form.action, location.href);
  const told = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value !== "");
  address.search = new URLSearchParams(told).toString();
  address.hash = "";
  return address.href;
}

addEventListener("popstate", (event) => {
  const name = event.state?.part;
  if (whole() === shown) return; // only another place on the same page
  shown = whole();
  if (name && document.getElementById(name)) part(name, location.href).catch(() => location.reload());
  else location.reload();
});
addEventListener("pageshow", () => all("form button:disabled").forEach((button) => (button.disabled = false)));

/* ---- Suggestions ---- */

function suggestions() {
  const input = one("#search");
  const list = one("#suggestions");
  if (!input || !list) return;
  for (const [name, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list" })) {
    input.setAttribute(name, value);
  }
  input.setAttribute("aria-controls", "suggestions");
  list.setAttribute("role", "listbox");
  let waiting = 0;
  let at = -1;
  const options = () => all("[role=option]", list);
  const shut = () => {
    clearTimeout(waiting);
    asked.get("suggestions")?.abort();
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (number) => {
    at = (number + options().length) % options().length;
    options().forEach((option, own) => {
      option.id ||= `suggestion-${own}`;
      option.setAttribute("aria-selected", String(own === at));
      if (own === at) {
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    });
  };
  const open = async () => {
    const address = new URL(input.dataset.suggest || "/suggest", location.href);
    address.searchParams.set("q", input.value);
    try {
      await part("suggestions", address.href);
      at = -1;
      list.hidden = !options().length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      say(list.hidden ? "no suggestions" : `${options().length} suggestions`);
    } catch {
      list.hidden = true; // nothing is suggested; the search works as it is
    }
  };
  shut();
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (input.value.trim().length < 2) shut();
    else waiting = setTimeout(open, SUGGEST_AFTER);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      shut();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? at + 1 : at < 0 ? -1 : at - 1);
    } else if (event.key === "Enter" && at >= 0) {
      const link = options()[at].closest("a[href]") || one("a[href]", options()[at]);
      if (link && ours(link.href)) {
        event.preventDefault();
        location.assign(link.href);
      }
    }
  });
  input.form?.addEventListener("focusout", (event) => {
    if (!input.form.contains(event.relatedTarget)) setTimeout(shut, 150); // a click on an option comes first
  });
}

/* ---- Files ---- */

function dropping(form) {
  const input = one("input[type=file]", form);
  const told = one("[data-dropped]", form);
  const tell = () => {
    if (told) told.textContent = [...input.files].map((file) => file.name).join(", ");
  };
  const over = (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("over", event.type !== "drop" && event.type !== "dragleave");
  };
  ["dragenter", "dragover", "dragleave"].forEach((kind) => form.addEventListener(kind, over));
  form.addEventListener("drop", (event) => {
    over(event);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    tell();
    say(`${input.files.length} files`);
  });
  input.addEventListener("change", tell);
}

/* ---- What the server tells as it happens ---- */

function live(element) {
  const events = new EventSource(element.dataset.events);
  const name = element.dataset.part;
  const anew = () =>
    part(name, element.dataset.from || location.href)
      .then((target) => target && one("[data-said]", target) && say(one("[data-said]", target).textContent.trim()))
      .catch(() => {}); // the next event asks again
  let known = element.dataset.revision; // of what is on the page; else the first that is told
  events.addEventListener("state", anew);
  events.addEventListener("end", () => {
    events.close();
    anew();
  });
  events.addEventListener("story", (event) => {
    known ??= event.lastEventId;
    if (event.lastEventId === known || !element.hidden) return;
    element.hidden = false;
    say(element.textContent.trim());
  });
  addEventListener("pagehide", () => events.close());
}

/* ---- Keys ---- */

let keysOn = true;
try {
  keysOn = localStorage.getItem("keys") !== "off";
} catch {} // a browser that keeps nothing has the keys on

function step(by) {
  const claims = all("[id^='claim-']").filter((claim) => claim.getClientRects().length);
  if (!claims.length) return;
  const here = claims.findIndex((claim) => claim.contains(document.activeElement));
  const next = claims[Math.max(0, Math.min(claims.length - 1, here < 0 ? (by > 0 ? 0 : claims.length - 1) : here + by))];
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function showKeys() {
  let dialog = one("#keys");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.id = "keys";
    dialog.setAttribute("aria-label", "Keys");
    const list = document.createElement("dl");
    for (const [key, what] of KEYS) {
      const term = document.createElement("dt");
      term.append(Object.assign(document.createElement("kbd"), { textContent: key }));
      list.append(term, Object.assign(document.createElement("dd"), { textContent: what }));
    }
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: keysOn });
    label.append(box, " Keys of one letter are on");
    box.addEventListener("change", () => {
      keysOn = box.checked;
      try {
        localStorage.setItem("keys", keysOn ? "on" : "off");
      } catch {} // for this page alone, then
    });
    const close = Object.assign(document.createElement("button"), { textContent: "Close", type: "button" });
    close.addEventListener("click", () => dialog.close());
    dialog.append(list, label, close);
    document.body.append(dialog);
  }
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === "Escape" && opener?.isConnected && !event.target.closest("dialog")) {
    opener.focus();
    opener = null;
    return;
  }
  if (event.target.closest(NOT_WITHIN) || (!keysOn && event.key !== "?")) return;
  const act = { j: () => step(1), k: () => step(-1), "?": showKeys, "/": () => one("#search")?.focus() }[event.key];
  const words = event.key === "." && one("a[data-part]", document.activeElement.closest("[id^='claim-']") || document);
  if (act || words) event.preventDefault();
  if (act) act();
  if (words) words.click();
});

/* ---- Begin ---- */

/* Make ready what came with the page, or with a part of it. */
function prepare(within) {
  all("form[data-drop]", within).forEach(dropping);
  all("[data-events]", within).forEach(live);
  all("form[data-switch]", within).forEach((form) =>
    form.addEventListener("change", () => {
      history.replaceState(history.state, "", switched(form));
      shown = whole();
    }),
  );
  all("[data-without-script]", within).forEach((each) => (each.hidden = true));
}

/* The address of a form of checkboxes; where none is checked the field still says so. */
function switched(form) {
  const address = addressOf(form);
  const none = new FormData(form).getAll(form.dataset.off).every((value) => value === "");
  return none ? `${address}${address.includes("?") ? "&" : "?"}${form.dataset.off}=` : address;
}

prepare(document);
suggestions();
