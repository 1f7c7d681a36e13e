package fr.parvis.identity;

import fr.parvis.kernel.Settings;
import fr.parvis.organisation.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Gives a new town its administrator: the address of the settings, while nobody is one. Its password is random and known
 * to nobody; its holder chooses one with « mot de passe oublié ».
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Settings settings;
    private final Organisation organisation;
    private final Accounts accounts;

    FirstAdministrator(Settings settings, Organisation organisation, Accounts accounts) {
        this.settings = settings;
        this.organisation = organisation;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var email = settings.administrator();
        if (email != null && !organisation.hasAdministrator()) {
            organisation.makeAdministrator(accounts.findByEmail(email)
                    .map(Person::account)
                    .orElseGet(() -> accounts.openWithoutPassword(
                            "Administration", organisation.town().city(), email)));
            LOG.info("The address of PARVIS_ADMIN_EMAIL is administrator; it chooses its password at"
                    + " /mot-de-passe-oublie");
        }
    }
}
