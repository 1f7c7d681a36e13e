/**
 * The demo town: simulators of the State's and vendors' services, speaking their real protocols over HTTP, and what
 * only a demo needs, such as a mailbox anybody may read. Its beans exist under the Spring profile "demo" only.
 *
 * <p>Owns no table.
 */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package fr.parvis.demo;
