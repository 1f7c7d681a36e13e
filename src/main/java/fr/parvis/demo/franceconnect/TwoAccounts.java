package fr.parvis.demo.franceconnect;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Accounts.NewAccount;
import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.CertifiedIdentity.Prover;
import fr.parvis.identity.CivilIdentity;
import fr.parvis.identity.civil.CivilIdentityTable;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives one citizen two accounts, so that « Identités à rapprocher » can be tried: FranceConnect alone cannot choose. */
@Component
@Profile("demo")
class TwoAccounts implements ApplicationRunner {

    private static final List<String> ADDRESSES =
            List.of("camille.duval@parvis.example", "c.duval.ancien@parvis.example");

    /** That of everybody in the demonstration. */
    private static final String PASSWORD = "Parvis-demo-2026";

    private final Accounts accounts;
    private final CivilIdentityTable identities;
    private final Clock clock;

    TwoAccounts(Accounts accounts, CivilIdentityTable identities, Clock clock) {
        this.accounts = accounts;
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        var identity = identity();
        if (identities.accountsOf(identity).isEmpty()) {
            ADDRESSES.forEach(address -> open(identity, address));
        }
    }

    private void open(CivilIdentity identity, String address) {
        var account = new NewAccount(identity.firstName(), identity.lastName(), address, PASSWORD, true);
        identities.prove(
                accounts.open(account),
                new CertifiedIdentity(identity, Prover.FRANCECONNECT, clock.instant(), "eidas1"));
    }

    private static CivilIdentity identity() {
        var camille = Citizen.ALL.stream()
                .filter(citizen -> citizen.id().equals("camille"))
                .findFirst()
                .orElseThrow();
        return new CivilIdentity(
                camille.givenName(),
                camille.familyName(),
                camille.usualName(),
                camille.gender(),
                camille.birthdate(),
                camille.birthplace(),
                camille.birthcountry());
    }
}
