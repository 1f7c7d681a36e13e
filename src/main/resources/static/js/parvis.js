// Small improvements only: every page works without this file.

// After a refused form, the reader starts at the list of what to correct.
document.querySelector(".summary")?.focus();
