package fr.parvis.kernel.web;

import fr.parvis.kernel.Viewer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Who may call an endpoint. Every handler says it, on its method or class; one that does not answers nobody. Which
 * cases a person may then see is decided by the module that keeps them.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    Audience value();

    /** The circles of people, from the widest. */
    enum Audience {
        EVERYBODY,
        SIGNED_IN,
        AGENT,
        ADMINISTRATOR;

        boolean includes(@Nullable Viewer viewer) {
            return switch (this) {
                case EVERYBODY -> true;
                case SIGNED_IN -> viewer != null;
                case AGENT -> viewer != null && viewer.isAgent();
                case ADMINISTRATOR -> viewer != null && viewer.administrator();
            };
        }
    }
}
