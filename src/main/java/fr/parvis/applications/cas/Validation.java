package fr.parvis.applications.cas;

import java.util.Map;

/** The answer to a service that brings a ticket. */
sealed interface Validation {

    /**
     * Somebody came.
     *
     * @param user their name in this application
     * @param attributes what it may know of them
     */
    record Good(String user, Map<String, Object> attributes) implements Validation {

        public Good {
            attributes = Map.copyOf(attributes);
        }
    }

    /** Nobody. The codes are those of CAS 3.0, section 2.5.3. */
    record Bad(String code, String reason) implements Validation {}
}
