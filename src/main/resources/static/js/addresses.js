// Suggests addresses under a text field: combobox with a listbox popup (WAI-ARIA Authoring Practices). Any failure of
// the network leaves a plain text field, which is enough.
const SHORTEST = 3;
const PAUSE = 200;

function enhance(input, number) {
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let options = [];
  let active = -1;
  let timer;
  let asked = "";

  list.id = `adresses-${number}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Adresses proposées");
  list.hidden = true;
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" };
  Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
  input.after(list, status);

  function show(labels) {
    options = labels.map((label, i) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = label;
      option.addEventListener("mousedown", (event) => event.preventDefault()); // keep the focus in the field
      option.addEventListener("click", () => choose(label));
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    activate(-1);
  }

  function activate(index) {
    active = index;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", options[index].id);
  }

  function choose(label) {
    asked = input.value = label;
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function close() {
    clearTimeout(timer);
    show([]);
    status.textContent = "";
  }

  async function suggest() {
    const typed = (asked = input.value.trim());
    if (typed.length < SHORTEST) return close();
    try {
      const answer = await fetch(`/adresses?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } });
      if (!answer.ok) return close();
      const found = await answer.json();
      if (asked !== typed || document.activeElement !== input) return;
      show(found.map((address) => address.label));
      const plural = found.length > 1 ? "s" : "";
      status.textContent = found.length ? `${found.length} adresse${plural} proposée${plural}, flèches pour choisir.` : "Aucune adresse proposée.";
    } catch {
      close();
    }
  }

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, PAUSE); });
  input.addEventListener("blur", () => { asked = ""; close(); });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) activate((active + move + options.length + (active < 0 && move < 0)) % options.length);
    else if (event.key === "Enter" && active >= 0) choose(options[active].textContent);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}

document.querySelectorAll("input[data-address]").forEach(enhance);
