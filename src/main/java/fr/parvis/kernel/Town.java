package fr.parvis.kernel;

/**
 * The town as every page, e-mail and letter names it.
 *
 * @param portalName the portal's own name ("Tout Suresnes")
 * @param phoneHours when a person answers, in plain French
 * @param dpoEmail the data protection officer's address (RGPD art. 13)
 */
public record Town(
        String name,
        String portalName,
        String tagline,
        String phone,
        String phoneHours,
        String address,
        String postcode,
        String city,
        String email,
        String dpoEmail,
        String publicationDirector,
        String host) {

    /** Where pages, e-mails and letters get the town from, without knowing which module keeps it. */
    public interface Source {
        Town town();
    }

    /** The phone number as a link target (RFC 3966). */
    public String phoneUri() {
        return French.phoneUri(phone);
    }
}
