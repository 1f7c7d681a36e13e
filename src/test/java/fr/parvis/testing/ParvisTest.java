package fr.parvis.testing;

import fr.parvis.Parvis;
import fr.parvis.demo.vendors.Sandbox;
import fr.parvis.partners.PartnerHouse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole program on a random port, with a real PostgreSQL and a {@link MovingClock}. All such tests share
 * one program and one database: each makes its own people and cases, and none counts on an empty table.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Parvis.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestEnvironment.class)
@Import({MovingClock.Beans.class, Cast.class, Doorman.class, PartnerHouse.class, Sandbox.class})
public @interface ParvisTest {}
