package fr.parvis.identity.web;

import fr.parvis.identity.AccountClosed;
import fr.parvis.identity.Accounts;
import fr.parvis.identity.Accounts.NewAccount;
import fr.parvis.notifications.Email;
import fr.parvis.notifications.Email.Block;
import fr.parvis.notifications.Notifications;
import fr.parvis.testing.Browser;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.mockito.Mockito;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** People of the tests, their browsers and the e-mails they get. */
@TestComponent
class People {

    static final String PASSWORD = "tortue lampe violon neige";
    static final String OTHER_PASSWORD = "girafe bocal tambour pluie";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<UUID> closed = new CopyOnWriteArrayList<>();
    private final Accounts accounts;
    private final Notifications notifications;
    private final Environment environment;

    People(Accounts accounts, Notifications notifications, Environment environment) {
        this.accounts = accounts;
        this.notifications = notifications;
        this.environment = environment;
    }

    /** An address that nobody has yet. */
    static String newEmail() {
        return "zoe" + NUMBER.incrementAndGet() + "." + UUID.randomUUID() + "@mel.example";
    }

    UUID open(String email) {
        return accounts.open(new NewAccount("Zoé", "Martin", email, PASSWORD, false));
    }

    /** A new browser, signed in nowhere. */
    Browser browser() {
        return new Browser(port());
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    /** A new browser, signed in to the account of this address. */
    Browser signedIn(String email) {
        var browser = browser();
        browser.get("/connexion");
        browser.post("/connexion", "email", email, "password", PASSWORD);
        return browser;
    }

    /** Looks on as the other modules do: while the account is still there, in the transaction that erases it. */
    @EventListener
    void on(AccountClosed event) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && accounts.find(event.account()).isPresent()) {
            closed.add(event.account());
        }
    }

    /** The accounts whose closing was announced inside its transaction. */
    List<UUID> closed() {
        return closed;
    }

    List<Email> emailsTo(String address) {
        return Mockito.mockingDetails(notifications).getInvocations().stream()
                .flatMap(call -> java.util.Arrays.stream(call.getArguments()))
                .map(Email.class::cast)
                .filter(email -> email.to().equals(address))
                .toList();
    }

    /** The code of the last e-mail to this address. */
    String codeTo(String address) {
        return emailsTo(address).getLast().blocks().stream()
                .filter(Block.Code.class::isInstance)
                .map(block -> ((Block.Code) block).code())
                .findFirst()
                .orElseThrow();
    }
}
