package fr.parvis.partners.feeds.polling;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner's list is read.
 *
 * @param address of the list, in which {@link #SINCE} stands for up to where it was read
 * @param list where the records are in an answer (RFC 6901); empty when it is the answer
 * @param next where an answer holds the address of its next page; null when the Link header does (RFC 8288)
 * @param cursorAt where an answer says up to where it goes; null when our own clock does
 * @param proofName the user, or the header that carries the key; null when the proof needs no name
 * @param minutes between two readings
 */
public record Poll(
        UUID partner,
        String address,
        String list,
        @Nullable String next,
        @Nullable String cursorAt,
        Proof proof,
        @Nullable String proofName,
        int minutes,
        boolean active) {

    /** In an address, stands for up to where the list was read. */
    public static final String SINCE = "{depuis}";

    public static final int LEAST_MINUTES = 5;
    public static final int MOST_MINUTES = 1_440;

    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** How we prove who asks. */
    public enum Proof {
        NONE("aucune"),
        BEARER("jeton (Authorization: Bearer)"),
        BASIC("nom et mot de passe (Basic)"),
        API_KEY("clé dans un en-tête");

        private final String label;

        Proof(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether a name goes with the secret. */
        boolean hasName() {
            return this == BASIC || this == API_KEY;
        }
    }

    /** How long until the next reading, after so many failed ones: a partner in trouble is left in peace. */
    Duration pause(int failures) {
        var usual = Duration.ofMinutes(minutes);
        var doubled = usual.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return failures == 0 || usual.compareTo(LONGEST_WAIT) > 0
                ? usual
                : doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
