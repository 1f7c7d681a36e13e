// Passkeys (WebAuthn): only a script can ask the browser for one. Forms that need it stay hidden where it is not known.
const REFUSED = "La clé n’a pas servi. Réessayez, ou entrez autrement.";
const NOT_MADE = "La clé n’a pas été créée. Réessayez quand vous voulez.";
const known = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

async function options(form) {
  const answer = await fetch(form.dataset.passkey, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (!answer.ok || answer.redirected) throw new Error(`no options: ${answer.status}`);
  return answer.json();
}

async function ask(form) {
  const asked = await options(form);
  return "new" in form.dataset
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
}

async function send(event) {
  const form = event.currentTarget;
  const said = form.querySelector("[role=alert]");
  event.preventDefault();
  said.textContent = "";
  try {
    const credential = await ask(form);
    form.elements.answer.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch (refusal) {
    // people close the window of their device, or have no key here: both are ordinary
    console.info(refusal);
    said.textContent = "new" in form.dataset ? NOT_MADE : REFUSED;
  }
}

if (known) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", send);
  }
}
