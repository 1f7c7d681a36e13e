/** The mailbox of the demo: every message that left, for anybody trying the town. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.mailbox;
