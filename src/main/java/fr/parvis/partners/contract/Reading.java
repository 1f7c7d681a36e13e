package fr.parvis.partners.contract;

import org.jspecify.annotations.Nullable;

/** What came of reading one event. */
public sealed interface Reading {

    /** It is as the contract says. */
    record Good(CaseEvent event) implements Reading {}

    /**
     * It is not.
     *
     * @param id null when it could not be read either
     */
    record Bad(@Nullable String id, Fault fault, String content) implements Reading {

        /** Kept as far as it can be. */
        public Bad {
            id = id == null || !Legible.isName(id) ? null : id;
            content = Legible.text(content);
        }
    }
}
