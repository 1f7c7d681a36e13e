// The agent's keyboard, once switched on: j and k walk the queue, Enter opens, and a letter brings to the control that
// names it in data-key. A letter pressed by mistake moves the focus and changes nothing (WCAG 2.1.4).

const PREFERENCE = "parvis.raccourcis";
const rows = [...document.querySelectorAll("[data-queue] tbody tr")];
let current = -1;

function select(next) {
  if (next < 0 || next >= rows.length) return;
  rows[current]?.classList.remove("sel");
  current = next;
  rows[current].classList.add("sel");
  rows[current].querySelector("a").focus();
}

function isTyping(target) {
  return target.closest("input:not([type=checkbox]), textarea, select") !== null;
}

function isOn() {
  return localStorage.getItem(PREFERENCE) === "oui";
}

function show() {
  document.body.classList.toggle("shortcuts", isOn());
}

for (const offer of document.querySelectorAll("[data-shortcuts]")) {
  const box = offer.querySelector("input");
  box.checked = isOn();
  box.addEventListener("change", () => {
    localStorage.setItem(PREFERENCE, box.checked ? "oui" : "non");
    show();
  });
  offer.hidden = false;
}
show();

document.addEventListener("keydown", (event) => {
  if (!isOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "j") return select(current + 1);
  if (event.key === "k") return select(current - 1);
  const control = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!control) return;
  event.preventDefault();
  control.focus();
});
