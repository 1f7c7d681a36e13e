package fr.parvis.demo.franceconnect;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Accounts.NewAccount;
import fr.parvis.identity.civil.CivilIdentity;
import fr.parvis.identity.civil.Links;
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
    private final Links links;

    TwoAccounts(Accounts accounts, Links links) {
        this.accounts = accounts;
        this.links = links;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        var identity = identity();
        if (links.accountsOf(identity).isEmpty()) {
            ADDRESSES.forEach(address -> open(identity, address));
        }
    }

    private void open(CivilIdentity identity, String address) {
        var account = new NewAccount(identity.firstName(), identity.lastName(), address, PASSWORD, true);
        links.prove(accounts.open(account), identity);
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
