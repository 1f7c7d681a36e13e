// Says that a file is too large when it is chosen rather than once it is sent; the server says the same (Intake).
const LARGEST = 10 * 1024 * 1024;
const LARGEST_TOGETHER = 105 * 1024 * 1024;
const NBSP = "\u00a0";

function megabytes(bytes) {
  return (bytes / 1_000_000).toFixed(1).replace(".", ",") + NBSP + "Mo";
}

function problem(input) {
  const files = [...input.files];
  const large = files.filter((file) => file.size > LARGEST).map((file) =>
    `«${NBSP}${file.name}${NBSP}»${NBSP}: ce fichier dépasse 10${NBSP}Mo (il pèse ${megabytes(file.size)}). Réduisez-le, ou envoyez-le en plusieurs fichiers.`);
  return large.join(" ");
}

function together(form) {
  const inputs = [...form.querySelectorAll("input[type=file]")];
  const sum = inputs.flatMap((input) => [...input.files]).reduce((total, file) => total + file.size, 0);
  return sum <= LARGEST_TOGETHER ? "" : `Ces fichiers pèsent ${megabytes(sum)} ensemble. Envoyez-les en plusieurs fois.`;
}

function show(input, message) {
  const id = `${input.id}-poids`;
  const others = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((other) => other && other !== id);
  document.getElementById(id)?.remove();
  input.closest(".field").classList.toggle("err", message !== "" || input.closest(".field").querySelector(".msg") !== null);
  if (message) {
    const told = document.createElement("p");
    told.id = id;
    told.className = "msg";
    told.setAttribute("role", "alert");
    told.textContent = message;
    input.before(told);
    others.push(id);
  }
  if (others.length) input.setAttribute("aria-describedby", others.join(" "));
  else input.removeAttribute("aria-describedby");
}

function hold(event) {
  const inputs = [...event.target.querySelectorAll("input[type=file]")];
  const refused = inputs.find((input) => problem(input)) ?? (together(event.target) ? inputs[0] : null);
  if (!refused) return;
  event.preventDefault();
  show(refused, problem(refused) || together(event.target));
  refused.focus();
}

document.querySelectorAll("input[type=file]").forEach((input) =>
  input.addEventListener("change", () => show(input, problem(input))));
document.querySelectorAll("form[enctype='multipart/form-data']").forEach((form) => form.addEventListener("submit", hold));
