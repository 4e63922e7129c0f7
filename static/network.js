/* Zooms and moves the picture of the network, by buttons, keys, wheel and fingers; lights what
   belongs to a brand; and lets the years run. Without script the picture stands still: its links,
   the years and the tables work. It is a module: its names are its own. */

const MOST = 12;
const LETTERS = 12; // pixels of the screen
const REST = 160; // milliseconds without a movement, after which the picture is drawn anew
const view = { k: 1, x: 0, y: 0 }; // how much larger, and how far moved, in units of the picture
let drawn = { ...view };
let awaited = 0;
let resting = 0;

const picture = () => document.querySelector("svg.network");
const size = () => picture().viewBox.baseVal;
/* Pixels of the screen a unit of the picture, as long as all of it is shown. */
const unit = () => picture().clientWidth / size().width;

/* Draws the picture as it is viewed, its labels in their own size. */
function draw() {
  const svg = picture();
  if (!svg) return;
  const pixels = unit() * view.k;
  const scales = svg.dataset.scales.split(" ").map(Number);
  drawn = { ...view };
  svg.firstElementChild.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.k})`);
  svg.querySelector(".names").style.fontSize = `${LETTERS / pixels}px`;
  svg.style.transform = "";
  svg.dataset.level = Math.max(0, scales.filter((scale) => scale <= pixels + 0.02).length - 1);
  svg.classList.remove("moving");
  svg.classList.toggle("zoomed", view.k > 1);
}

/* While it moves, what was drawn is shifted and stretched as a whole: that costs the same however
   much there is of it. */
function shift() {
  awaited = 0;
  const svg = picture();
  if (!svg) return;
  const by = view.k / drawn.k;
  const [x, y] = [(view.x - drawn.x * by) * unit(), (view.y - drawn.y * by) * unit()];
  svg.classList.add("moving");
  svg.style.transform = `translate(${x}px, ${y}px) scale(${by})`;
  clearTimeout(resting);
  resting = setTimeout(draw, REST);
}

/* The picture never leaves its frame. */
function move(k, x, y) {
  const { width, height } = size();
  view.k = Math.min(MOST, Math.max(1, k));
  view.x = Math.min(0, Math.max(width * (1 - view.k), x));
  view.y = Math.min(0, Math.max(height * (1 - view.k), y));
  awaited ||= requestAnimationFrame(shift);
}

/* Larger by a factor; what is at the point stays there. */
function zoom(factor, point = middle()) {
  const k = Math.min(MOST, Math.max(1, view.k * factor));
  const by = k / view.k;
  move(k, point.x - (point.x - view.x) * by, point.y - (point.y - view.y) * by);
}

const middle = () => ({ x: size().width / 2, y: size().height / 2 });

/* A place of the screen in the units of the frame, in whose middle the picture stands. */
function placed({ clientX, clientY }) {
  const box = picture().parentElement.getBoundingClientRect();
  const { x, y } = middle();
  return {
    x: x + (clientX - box.left - box.width / 2) / unit(),
    y: y + (clientY - box.top - box.height / 2) / unit(),
  };
}

const TOOLS = { in: () => zoom(1.5), out: () => zoom(1 / 1.5), all: () => move(1, 0, 0) };
const KEYS = { "+": TOOLS.in, "=": TOOLS.in, "-": TOOLS.out, _: TOOLS.out, 0: TOOLS.all };
const ARROWS = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

document.addEventListener("keydown", (event) => {
  if (!event.target.closest(".network-figure") || event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = view.k > 1 && ARROWS[event.key];
  if (arrow) move(view.k, view.x + arrow[0] * 120, view.y + arrow[1] * 120);
  else if (KEYS[event.key]) KEYS[event.key]();
  else return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const tool = event.target.closest("[data-zoom]");
  if (tool) TOOLS[tool.dataset.zoom]();
  // What ends a drag is no click on the link under it.
  if (dragged && event.target.closest("svg.network")) event.preventDefault();
  dragged = false;
});

/* The wheel scrolls the page, unless the reader is in the picture or pinches. */
document.addEventListener("wheel", (event) => {
  const svg = event.target.closest?.("svg.network");
  if (!svg || !(event.ctrlKey || event.metaKey || svg.contains(document.activeElement))) return;
  if (view.k === 1 && event.deltaY > 0 && !event.ctrlKey) return;
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), placed(event));
}, { passive: false });

/* One finger or the mouse moves the picture, two zoom it. */
const fingers = new Map();
let dragged = false;

document.addEventListener("pointerdown", (event) => {
  if (event.button || !event.target.closest("svg.network")) return;
  fingers.set(event.pointerId, placed(event));
  dragged = false;
});

document.addEventListener("pointermove", (event) => {
  if (!event.buttons) fingers.delete(event.pointerId);
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const now = placed(event);
  const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
  if (!other && !dragged && distance(before, now) < 5) return;
  dragged = true;
  fingers.set(event.pointerId, now);
  if (other) zoom(distance(now, other) / (distance(before, other) || 1), other);
  else move(view.k, view.x + now.x - before.x, view.y + now.y - before.y);
});

const distance = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);

for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, ({ pointerId }) => fingers.delete(pointerId));
}

document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("svg.network")) event.preventDefault();
});

/* A brand is lit with its partnerships and partners, a partnership with its brands. */
function light(one) {
  const svg = picture();
  svg.classList.toggle("lit", Boolean(one));
  for (const each of svg.querySelectorAll(".on")) each.classList.remove("on");
  if (!one) return;
  const brand = one.dataset.brand;
  const ties = brand ? [...svg.querySelectorAll(`[data-of~="${brand}"]`)] : [one];
  const brands = new Set(ties.flatMap((tie) => tie.dataset.of.split(" ")).concat(brand ?? []));
  for (const tie of ties) tie.classList.add("on");
  for (const each of svg.querySelectorAll("[data-brand]")) {
    if (brands.has(each.dataset.brand)) each.classList.add("on");
  }
}

const part = (target) => target?.closest?.("svg.network :is(.brand, .tie)") ?? null;

for (const [start, end] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(start, ({ target }) => part(target) && light(part(target)));
  document.addEventListener(end, ({ target }) => part(target) && light(null));
}

/* Whoever comes to a brand by Tab sees it. */
document.addEventListener("focusin", ({ target }) => {
  const dot = target.matches("svg.network .brand:focus-visible") && target.querySelector("circle");
  if (!dot || view.k === 1) return;
  const x = dot.cx.baseVal.value * view.k + view.x;
  const y = dot.cy.baseVal.value * view.k + view.y;
  const { x: across, y: down } = middle();
  const outside = x < 40 || y < 40 || x > 2 * across - 40 || y > 2 * down - 40;
  if (outside) move(view.k, view.x + across - x, view.y + down - y);
});

/* The slider tells its year at once; the picture follows. */
document.addEventListener("input", ({ target }) => {
  if (target.id !== "year") return;
  const last = target.value === target.max;
  document.getElementById("shown-year").textContent = last ? target.dataset.last : target.value;
});

/* The years run from the first, or on from where they stand, a step after each picture. */
let running = 0;

function run() {
  const year = document.getElementById("year");
  if (!year || year.value === year.max) return stop();
  year.stepUp();
  year.dispatchEvent(new Event("input", { bubbles: true }));
}

function stop() {
  running = clearTimeout(running);
  document.getElementById("run")?.setAttribute("aria-pressed", "false");
}

document.addEventListener("click", ({ target }) => {
  if (target.id !== "run") return;
  if (running) return stop();
  const year = document.getElementById("year");
  if (year.value === year.max) year.value = year.min - 1;
  target.setAttribute("aria-pressed", "true");
  running = setTimeout(run);
});

/* A new picture is viewed as the last one was, unless it is of other brands. */
function prepare() {
  const svg = picture();
  for (const each of document.querySelectorAll(".tools, #run")) each.hidden = false;
  if (!svg) return;
  svg.tabIndex = 0;
  draw();
}

document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  if (target.id !== "network") return;
  stop();
  Object.assign(view, { k: 1, x: 0, y: 0 });
});
document.addEventListener("htmx:afterSwap", ({ detail: { target } }) => {
  if (!["network", "found"].includes(target.id)) return;
  prepare();
  if (running && target.id === "found") running = setTimeout(run, 500);
});
window.addEventListener("resize", draw);
prepare();
