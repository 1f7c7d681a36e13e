// Small improvements only: every page works without this file.

// After a refused form, the reader starts at the list of what to correct.
document.querySelector(".summary")?.focus();

// Address fields suggest as one types; the attribute may hold the script's fingerprinted address.
const address = document.querySelector("input[data-address]");
if (address) import(address.dataset.address || "./addresses.js").catch(() => {});
