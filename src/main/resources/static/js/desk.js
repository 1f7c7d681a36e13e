// The agent's keyboard: j and k walk the queue, Enter opens, and a key presses the control that names it in data-key.

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
  return target.closest("input, textarea, select") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "j") return select(current + 1);
  if (event.key === "k") return select(current - 1);
  const control = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!control) return;
  event.preventDefault();
  if (control.matches("input")) control.focus();
  else control.click();
});
