package fr.parvis.partners.contract;

/**
 * Why an event was not taken, for the engineer who sent it.
 *
 * @param code a word that does not change, for programs
 * @param pointer which member it is about (RFC 6901); empty for the whole event
 * @param detail in French, with what to do
 */
public record Fault(String code, String pointer, String detail) {

    /** It quotes what was sent, as far as that can be kept and shown. */
    public Fault {
        pointer = Legible.text(pointer);
        detail = Legible.text(detail);
    }
}
