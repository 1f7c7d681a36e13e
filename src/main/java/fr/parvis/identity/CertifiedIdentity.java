package fr.parvis.identity;

import java.time.Instant;

/**
 * What somebody trusted proved of a person: nobody can type or change it here.
 *
 * @param at when it was proven last
 * @param level how sure it is, as eIDAS has it: {@code eidas1}
 */
public record CertifiedIdentity(CivilIdentity civil, Prover by, Instant at, String level) {

    /** Who may prove an identity, by the name that people know. */
    public enum Prover {
        FRANCECONNECT("FranceConnect");

        private final String words;

        Prover(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
