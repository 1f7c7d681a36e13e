package fr.parvis.testing.browser;

import fr.parvis.testing.ParvisTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the whole program from a browser; its methods take a {@link Visitor} for each person who plays in it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParvisTest
@ExtendWith(Visitors.class)
public @interface JourneyTest {}
