package fr.parvis.partners;

import fr.parvis.kernel.Seal;
import fr.parvis.kernel.Secrets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The houses that take part, and the keys that sign what goes between us. */
@Service
public class Partners {

    /** How long a replaced key still counts, for the partner to change its settings. */
    public static final Duration OVERLAP = Duration.ofDays(7);

    private static final int KEY_BYTES = 32;

    private final PartnerTable table;
    private final Seal seal;
    private final SecureRandom random = new SecureRandom();

    Partners(PartnerTable table, Secrets secrets) {
        this.table = table;
        this.seal = new Seal(secrets, "partners/signing");
    }

    public List<Partner> all() {
        return table.all();
    }

    public Optional<Partner> find(UUID id) {
        return table.find(id);
    }

    public Optional<Partner> bySlug(String slug) {
        return table.bySlug(slug);
    }

    /** The partner of this slug, or whoever goes on with its cases. */
    public Optional<Partner> inCharge(String slug) {
        return table.inCharge(slug);
    }

    /** The same, which nobody replaces until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Partner> keepInCharge(String slug) {
        var found = table.inCharge(slug);
        // who had to wait for a succession finds the successor
        while (found.isPresent() && !table.keepInCharge(found.get().id())) {
            found = table.inCharge(slug);
        }
        return found;
    }

    /** Whether nobody goes on with the cases of this partner. */
    public boolean isInCharge(Partner partner) {
        return table.inCharge(partner.slug())
                .filter(one -> one.id().equals(partner.id()))
                .isPresent();
    }

    /**
     * One at a time changes what a partner knows of people and their cases: a push, a link, a succession. What is read is
     * changed and written without anybody between, and no two wait for each other's rows crosswise. Other partners' go on
     * beside it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID partner) {
        table.hold(partner);
    }

    /** This partner, and all those whose cases it goes on with. */
    public List<UUID> withFormers(UUID partner) {
        return table.withFormers(partner);
    }

    /** The partner that proves itself as this application. */
    public Optional<Partner> byApplication(UUID application) {
        return table.byApplication(application);
    }

    /** Registers a partner, or changes the one of the same id; its slug and application never change. */
    @Transactional
    public void save(Partner partner) {
        table.save(partner, seal.close(newKey(), owner(partner.id())));
    }

    /** The keys whose signatures count, the one to sign with first. */
    public List<byte[]> signingKeys(UUID partner) {
        var keys = table.keys(partner);
        return Stream.of(Optional.of(keys.current()), Optional.ofNullable(keys.former()))
                .flatMap(Optional::stream)
                .map(closed -> seal.open(closed, owner(partner)))
                .toList();
    }

    /** Gives a new signing key; the former one counts for {@link #OVERLAP}. */
    @Transactional
    public byte[] renewSigningKey(UUID partner) {
        var key = newKey();
        table.renewKey(partner, seal.close(key, owner(partner)), OVERLAP);
        return key;
    }

    private byte[] newKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    private static String owner(UUID partner) {
        return "partner " + partner;
    }
}
