package fr.parvis.testing.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The browser a {@link Visitor} has, when it is not the usual one. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Browsing {

    boolean javaScript() default true;

    /** Width of the window in CSS pixels; 320 is what WCAG 1.4.10 asks for. */
    int width() default 1280;
}
