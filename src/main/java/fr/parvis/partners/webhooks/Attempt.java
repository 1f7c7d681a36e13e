package fr.parvis.partners.webhooks;

/** A delivery that was tried, and what becomes of it. */
record Attempt(Delivery delivery, Fate fate) {}
