package fr.parvis.applications.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.applications.hearing.Line;
import fr.parvis.applications.hearing.Message;
import fr.parvis.applications.hearing.MessageKind;
import fr.parvis.applications.hearing.Trials;
import fr.parvis.applications.logout.LogoutListener;
import fr.parvis.applications.openid.KeyPublisher;
import fr.parvis.applications.openid.Vendor;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator tries a vendor's connection, and sees what goes wrong without seeing what is secret. */
@ParvisTest
class TrialTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationJournal journal;

    @Autowired
    Acquaintances acquaintances;

    @Autowired
    Trials trials;

    @Autowired
    MovingClock clock;

    Vendor vendor;
    Player alix;
    Browser browser;
    String path;

    @BeforeEach
    void begin() {
        vendor = Vendor.register(applications, port);
        alix = cast.administrator("Alix", "Garnier");
        browser = doorman.admit(alix.viewer().account(), new Browser(port));
        path = TrialController.path(vendor.application.id());
        browser.get(path);
    }

    @AfterEach
    void backToNow() {
        trials.end(vendor.application.id());
        clock.reset();
    }

    @Test
    void tellsWhatIsRegistered() {
        assertThat(browser.get(path).body())
                .contains(
                        "http://localhost:" + port + "/.well-known/openid-configuration",
                        vendor.application.clientId(),
                        Vendor.ADDRESS,
                        "reste connectée chez l’éditeur",
                        "Commencer un essai");
    }

    @Test
    void readsTheKeysOfTheVendor() throws Exception {
        try (var publisher = new KeyPublisher()) {
            var signer = Vendor.withKeys(applications, port, publisher.address());
            var page = TrialController.path(signer.application.id()) + "?cles=oui";
            publisher.publish(KeyPublisher.newKey("cle-de-2027"));
            assertThat(browser.get(page).body()).contains("Clé cle-de-2027", "RSA, 2048 bits");
            publisher.publish("<html>");
            assertThat(browser.get(page).body()).contains("pas un jeu de clés");
            publisher.publish("{\"keys\":[" + KeyPublisher.newKey("secrete") + "]}");
            assertThat(browser.get(page).body())
                    .contains("Cette clé est privée")
                    .doesNotContain("\"d\"");
        }
        var nowhere = Vendor.withKeys(applications, port, "http://localhost:1/cles");
        assertThat(browser.get(TrialController.path(nowhere.application.id()) + "?cles=oui")
                        .body())
                .contains("n’ont pas pu être lues");
    }

    @Test
    void hearsAWholeConversationAndMasksIt() {
        browser.post(path + "/debut");
        acquaintances.agree(vendor.application.id(), alix.viewer().account(), Set.of(Claim.GIVEN_NAME, Claim.EMAIL));
        var back = browser.get(vendor.authorize()).location();
        var code = Vendor.parameter(back, "code");
        var token = vendor.exchange(code).accessToken();
        vendor.userInfo(token);
        assertThat(kinds()).containsExactly(MessageKind.AUTHORIZATION, MessageKind.TOKENS, MessageKind.USER_INFO);
        assertThat(heard()).allMatch(Message::good);
        assertThat(heard().toString()).doesNotContain(code, token, vendor.secret, alix.email(), "Alix", "etat-du");
        assertThat(browser.get(path).body())
                .contains("Demande de jetons", "client_secret_basic", "Retour vers " + Vendor.ADDRESS, "empreinte")
                .doesNotContain(code, token);
    }

    @Test
    void hearsWhatIsToldToTheApplicationWhenTheSessionEnds() throws Exception {
        try (var listener = new LogoutListener()) {
            vendor = Vendor.register(applications, port, listener.address(), false);
            acquaintances.agree(
                    vendor.application.id(), alix.viewer().account(), Set.of(Claim.GIVEN_NAME, Claim.EMAIL));
            trials.start(vendor.application.id());
            vendor.exchange(Vendor.parameter(browser.get(vendor.authorize()).location(), "code"));
            browser.post("/deconnexion");
            var told = await().until(() -> heard().getLast(), message -> message.kind() == MessageKind.TOLD);
            assertThat(told.good()).isTrue();
            assertThat(told.summary()).contains(listener.address());
        }
    }

    @Test
    void hearsNothingWhenNothingIsTried() {
        browser.get(vendor.authorize());
        assertThat(heard()).isEmpty();
        browser.post(path + "/debut");
        browser.post(path + "/fin");
        browser.get(vendor.authorize());
        assertThat(heard()).isEmpty();
        browser.post(path + "/debut");
        clock.pass(Trials.LENGTH.plusSeconds(1));
        browser.get(vendor.authorize());
        assertThat(heard()).isEmpty();
    }

    @Test
    void hearsOnlyTheApplicationThatIsTried() {
        browser.post(path + "/debut");
        browser.get(Vendor.register(applications, port).authorize());
        assertThat(heard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "redirect_uri | https://mediatheque.example/retour/ | Retirez la barre oblique à la fin",
                "redirect_uri | http://mediatheque.example/retour | doit commencer par https",
                "redirect_uri | https://mediatheque.example/Retour | Les majuscules comptent",
                "redirect_uri | https://mediatheque.example/autre | Le site est le bon, pas le chemin",
                "redirect_uri | https://ailleurs.example/ | n’est pas enregistrée",
                "response_type | token | Demandez response_type=code",
                "scope | profile | Ajoutez openid à scope",
                "code_challenge | - | PKCE est obligatoire",
                "code_challenge_method | plain | Envoyez code_challenge_method=S256",
                "request_uri | https://mediatheque.example/demande | Retirez request_uri",
            })
    void saysHowToMendARequest(String parameter, String value, String advice) {
        browser.post(path + "/debut");
        browser.get(vendor.authorize(parameter, value));
        var message = heard().getFirst();
        assertThat(message.good()).isFalse();
        assertThat(message.asked())
                .filteredOn(line -> line.verdict() == Line.Verdict.WRONG)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.name()).isEqualTo(parameter);
                    assertThat(line.advice()).contains(advice);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier,un-autre-verificateur-de-quarante-trois-caracteres-aussi,code_challenge n’est pas l’empreinte",
        "code,pas-un-code,Un code sert une seule fois"
    })
    void saysHowToMendATokenRequest(String parameter, String value, String advice) {
        browser.post(path + "/debut");
        acquaintances.agree(vendor.application.id(), alix.viewer().account(), Set.of(Claim.GIVEN_NAME, Claim.EMAIL));
        var code = Vendor.parameter(browser.get(vendor.authorize()).location(), "code");
        vendor.exchange(code, parameter, value);
        var message = heard().getLast();
        assertThat(message.reason()).startsWith("invalid_grant");
        assertThat(message.asked())
                .filteredOn(line -> line.verdict() == Line.Verdict.WRONG)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.name()).isEqualTo(parameter);
                    assertThat(line.advice()).contains(advice);
                });
    }

    @Test
    void playsTheVendorToTheEnd() {
        var there = browser.post(path + "/complet").location();
        var question = browser.get(there);
        assertThat(question.body()).contains("Médiathèque recevra");
        var back = URI.create(Vendor.agree(browser, question));
        var page = browser.get(back.getRawPath() + "?" + back.getRawQuery());
        assertThat(page.body())
                .contains("Tout marche", "Le jeton d’identité", "RS256", "eidas0-mfa", "Alix", alix.email());
        assertThat(trials.endOf(vendor.application.id()))
                .as("nobody asked to listen")
                .isEmpty();
        assertThat(heard()).isEmpty();
        assertThat(standIn(vendor.application.id())).isEmpty();
        assertThat(browser.get(back.getRawPath() + "?" + back.getRawQuery()).location())
                .as("once only")
                .isEqualTo(path);
    }

    @Test
    void playsTheVendorWithCasToo() {
        var school = school();
        var casPath = TrialController.path(school);
        var there = browser.post(casPath + "/complet").location();
        assertThat(browser.get(there).body()).contains("École recevra");
        var service = standIn(school).orElseThrow().addresses().getFirst();
        var back = browser.post("/cas/consentement", "demande", service, "accord", "oui")
                .header("Refresh")
                .replace("0;url=http://localhost:" + port, "");
        assertThat(browser.get(back).body()).contains("Tout marche", "given_name", "Alix");
        assertThat(trials.heard(school)).isEmpty();
    }

    @Test
    void takesNoAnswerThatWasNotAskedFor() {
        browser.post(path + "/complet");
        assertThat(browser.get(path + TrialController.BACK + "?code=vole&state=autre")
                        .body())
                .contains("n’est pas allé jusqu’au bout", "Ce n’est pas la réponse à cet essai");
        assertThat(standIn(vendor.application.id()))
                .as("made up, it ends nothing")
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"code_challenge,-,PKCE est obligatoire", "prompt,none login,prompt=none ne va avec aucune autre"})
    void givesReasonsInFrench(String parameter, String value, String reason) {
        browser.get(vendor.authorize(parameter, value));
        assertThat(journal.newest(vendor.application.id(), 1).getFirst().detail())
                .startsWith("invalid_request")
                .contains(reason);
    }

    @Test
    void goesOnInTheSessionThatBeganOnly() {
        browser.post(path + "/complet");
        var other = doorman.admit(cast.administrator("Sacha", "Roy").viewer().account(), new Browser(port));
        assertThat(other.get(path + TrialController.BACK + "?code=a&state=b").location())
                .isEqualTo(path);
        assertThat(standIn(vendor.application.id())).isPresent();
    }

    @Test
    void keepsTheLastMessagesAndSaysWhenSomeWereDropped() {
        browser.post(path + "/debut");
        for (int i = 0; i < 203; i++) {
            journal.note(vendor.application.id(), ApplicationJournal.Kind.SIGNED_OUT, "message " + i);
        }
        assertThat(heard()).hasSize(200);
        assertThat(heard().getLast().summary()).isEqualTo("message 202");
        assertThat(browser.get(path).body()).contains("il y en a eu 3 avant");
    }

    @Test
    void showsTheNewestFirstAndOpensWhatWasRefused() {
        browser.post(path + "/debut");
        browser.get(vendor.authorize());
        browser.get(vendor.authorize("redirect_uri", null));
        var page = browser.get(path).body();
        assertThat(page)
                .contains("Envoyez redirect_uri = " + Vendor.ADDRESS, "method=\"get\" action=\"" + path + "\"")
                .containsOnlyOnce("<details open")
                .containsSubsequence("<details open", "<details>");
    }

    @Test
    void leavesNoStandInBehind() {
        browser.post(path + "/complet");
        var standIn = standIn(vendor.application.id()).orElseThrow();
        assertThat(applications.all()).doesNotContain(standIn);
        clock.pass(Trials.LENGTH.plusSeconds(1));
        applications.endOldStandIns();
        assertThat(applications.find(standIn.id())).isEmpty();
    }

    @Test
    void isForAdministratorsOnly() {
        var sam =
                doorman.admit(cast.agent("Sam", "Ba", "stationnement").viewer().account(), new Browser(port));
        for (var page : new String[] {"", TrialController.BACK}) {
            assertThat(sam.get(path + page).status()).as(page).isEqualTo(403);
        }
        for (var act : new String[] {"/debut", "/fin", "/complet"}) {
            assertThat(sam.post(path + act).status()).as(act).isEqualTo(403);
        }
        assertThat(new Browser(port).get(path).location()).contains("/connexion?suite=");
    }

    private Optional<Application> standIn(UUID application) {
        return Stream.of(Protocol.values())
                .flatMap(protocol -> applications.speaking(protocol).stream())
                .filter(it -> it.clientId().startsWith("essai-"))
                .filter(it -> it.addresses().getFirst().contains(application.toString()))
                .findFirst();
    }

    private List<Message> heard() {
        return trials.heard(vendor.application.id());
    }

    private List<MessageKind> kinds() {
        return heard().stream().map(Message::kind).toList();
    }

    private UUID school() {
        var id = UUID.randomUUID();
        applications.save(new Application(
                id,
                "app-" + id,
                "École",
                "Suivre la scolarité.",
                "support@ecole.example",
                Protocol.CAS,
                List.of("https://ecole-" + id + ".example/portail"),
                List.of(),
                null,
                Set.of(Claim.GIVEN_NAME),
                null,
                Algorithm.RS256,
                false,
                false));
        return id;
    }
}
