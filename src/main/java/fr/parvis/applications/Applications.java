package fr.parvis.applications;

import fr.parvis.applications.Application.Protocol;
import fr.parvis.kernel.web.intake.ControlCharacters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applications that the town trusts with signing in, and their secrets. */
@Service
public class Applications {

    /** How long a replaced secret still works, for the vendor to change its settings. */
    public static final Duration OVERLAP = Duration.ofDays(7);

    private final ApplicationTable table;
    private final StandInTable standIns;
    private final RandomGenerator random;

    Applications(ApplicationTable table, StandInTable standIns, RandomGenerator random) {
        this.table = table;
        this.standIns = standIns;
        this.random = random;
    }

    /** Every application of a vendor, by name. */
    public List<Application> all() {
        return table.all();
    }

    /** Every application of a protocol, stand-ins too. */
    public List<Application> speaking(Protocol protocol) {
        return table.speaking(protocol);
    }

    public Optional<Application> find(UUID id) {
        return table.find(id);
    }

    public Optional<Application> byClientId(String clientId) {
        return ControlCharacters.in(clientId) ? Optional.empty() : table.byClientId(clientId);
    }

    /** The application that proves itself with this secret. */
    public Optional<Application> bySecret(String clientId, String secret) {
        return ControlCharacters.in(clientId) ? Optional.empty() : table.bySecret(clientId, Digests.of(secret));
    }

    /** Registers an application, or changes the one of the same id; its client id and protocol never change. */
    @Transactional
    public void save(Application application) {
        table.save(application);
    }

    /** Registers an application that we play ourselves in place of another, in one session; there is one at most. */
    @Transactional
    public void standIn(Application standIn, UUID application, UUID session) {
        standIns.delete(application);
        table.save(standIn);
        standIns.mark(standIn.id(), application, session);
    }

    /** The one that plays this application in a session. */
    public Optional<Application> standInFor(UUID application, UUID session) {
        return standIns.find(application, session).flatMap(table::find);
    }

    /** The play is over: nothing of it is kept. */
    @Transactional
    public void endStandIn(UUID application) {
        standIns.delete(application);
    }

    /** Ends the plays that nobody came back to. */
    @Transactional
    public void endOldStandIns() {
        standIns.deleteOld();
    }

    /** Stops an application from signing anybody in, or lets it again; nothing is forgotten. */
    @Transactional
    public void suspend(UUID application, boolean suspended) {
        table.suspend(application, suspended);
    }

    /** Gives a new secret, shown this once; the former one works for {@link #OVERLAP}. */
    @Transactional
    public String renewSecret(UUID application) {
        var secret = Digests.newSecret(random);
        table.addSecret(application, Digests.of(secret), OVERLAP);
        return secret;
    }

    /** Gives a secret chosen elsewhere, as a vendor's program was installed with. */
    @Transactional
    public void useSecret(UUID application, String secret) {
        table.addSecret(application, Digests.of(secret), Duration.ZERO);
    }
}
