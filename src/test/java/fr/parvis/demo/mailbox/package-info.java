/** Tests of {@code demo.mailbox}. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.mailbox;
