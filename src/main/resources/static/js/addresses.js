// Suggests addresses under a text field: a combobox with a listbox (WAI-ARIA Authoring Practices). When anything fails
// the field stays a plain text field, which is enough.
const SHORTEST = 3;
const PAUSE = 200;

function element(tag, attributes, text = "") {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.textContent = text;
  return made;
}

function enhance(input, number) {
  const list = element("ul", { id: `adresses-${number}`, class: "suggestions", role: "listbox", "aria-label": "Adresses proposées" });
  const status = element("p", { class: "visually-hidden", role: "status" });
  let active = -1;
  let timer;
  let asked = "";

  function show(labels) {
    list.replaceChildren(...labels.map((label, i) => element("li", { id: `${list.id}-${i}`, role: "option" }, label)));
    list.hidden = labels.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    activate(-1);
  }

  function activate(index) {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[index].id);
  }

  function close() {
    clearTimeout(timer);
    asked = "";
    show([]);
    status.textContent = "";
  }

  function choose(option) {
    input.value = option.textContent;
    close();
  }

  async function suggest() {
    const typed = (asked = input.value.trim());
    if (typed.length < SHORTEST) return close();
    const answer = await fetch(`/adresses?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } });
    const found = await answer.json();
    if (asked !== typed) return; // typed on, left or chose meanwhile
    show(found.map((address) => address.label));
    const plural = found.length > 1 ? "s" : "";
    status.textContent = found.length ? `${found.length} adresse${plural} proposée${plural}, flèches pour choisir.` : "Aucune adresse proposée.";
  }

  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, autocomplete: "off" })
    .forEach(([name, value]) => input.setAttribute(name, value));
  input.after(list, status);
  close();
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => suggest().catch(close), PAUSE); });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
  list.addEventListener("click", (event) => event.target.matches("li") && choose(event.target));
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const count = list.children.length;
    if (event.key === "ArrowDown") activate((active + 1) % count);
    else if (event.key === "ArrowUp") activate(active <= 0 ? count - 1 : active - 1);
    else if (event.key === "Enter" && active >= 0) choose(list.children[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}

document.querySelectorAll("input[data-address]").forEach(enhance);
