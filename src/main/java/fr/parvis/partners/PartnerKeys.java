package fr.parvis.partners;

import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.ApplicationJournal.Kind;
import fr.parvis.applications.Applications;
import fr.parvis.kernel.Viewer;
import fr.parvis.partners.signing.Signature;
import java.util.Base64;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a partner what its program proves itself with, shown this once; who did it is noted. */
@Service
public class PartnerKeys {

    private final Partners partners;
    private final Applications applications;
    private final ApplicationJournal journal;

    PartnerKeys(Partners partners, Applications applications, ApplicationJournal journal) {
        this.partners = partners;
        this.applications = applications;
        this.journal = journal;
    }

    /** A new secret for access tokens; the former one works for {@link Applications#OVERLAP}. */
    @Transactional
    public String renewSecret(Partner partner, Viewer by) {
        note(partner, "secret renouvelé", by);
        return applications.renewSecret(partner.application());
    }

    /** A new signing key; the former one counts for {@link Partners#OVERLAP}. */
    @Transactional
    public String renewSigningKey(Partner partner, Viewer by) {
        note(partner, "clé de signature renouvelée", by);
        return written(partners.renewSigningKey(partner.id()));
    }

    /** The signing key that a partner was registered with, to be shown once. */
    public String firstSigningKey(Partner partner) {
        return written(partners.signingKeys(partner.id()).getFirst());
    }

    /** Writes down what was done with a partner, beside what happens with its application. */
    public void note(Partner partner, String what, Viewer by) {
        journal.note(partner.application(), Kind.CHANGED, what + " par " + by.fullName());
    }

    private static String written(byte[] key) {
        return Signature.KEY_PREFIX + Base64.getEncoder().encodeToString(key);
    }
}
