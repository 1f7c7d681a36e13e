/** What is known of how a partner does: its calls, its health, what was refused and why. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.calls;
