package fr.parvis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.sessions.Method;
import fr.parvis.identity.sessions.SignInJournal;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Organisation;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Browser.Page;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class SecondFactorTests {

    private static final String DOORSTEP = "/connexion/second-facteur";
    private static final String INSTALLATION = DOORSTEP + "/application";
    private static final String MINE = "/compte/securite/application";
    private static final String CONFIRMATION = "/compte/confirmation";
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z0-9]{5}-[a-z0-9]{5})</code>");

    @Autowired
    People people;

    @Autowired
    Organisation organisation;

    @Autowired
    SignInJournal journal;

    @Autowired
    MovingClock clock;

    private String email = "";
    private UUID account = new UUID(0, 0);

    @BeforeEach
    void open() {
        email = People.newEmail();
        account = people.open(email);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void letsNoColleagueInWithAPasswordAlone() {
        hire();
        var browser = people.browser();
        assertThat(firstFactor(browser, "/essai/agent").location()).isEqualTo(DOORSTEP + "?suite=%2Fessai%2Fagent");
        assertThat(browser.cookie("parvis_session")).isNull();
        assertThat(browser.get("/essai/agent").location()).contains("/connexion?suite=");
        assertThat(browser.get("/compte").location()).contains("/connexion?suite=");
    }

    @Test
    void hasANewColleagueInstallAnApplicationAndThenLetsThemIn() {
        hire();
        var browser = people.browser();
        firstFactor(browser, "/essai/agent");
        assertThat(browser.get(DOORSTEP + "?suite=%2Fessai%2Fagent").location())
                .isEqualTo(INSTALLATION + "?suite=%2Fessai%2Fagent");
        var installed = install(browser, INSTALLATION);
        assertThat(recoveryCodes(installed)).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.get("/essai/agent").body()).isEqualTo("Zoé Martin");
        assertThat(journal.last(account, 5).getFirst().methods())
                .containsExactlyInAnyOrder(Method.PASSWORD, Method.TOTP, Method.SEVERAL_FACTORS);
        assertThat(people.emailsTo(email).getFirst().subject()).isEqualTo("Validation en deux étapes activée");
    }

    @Test
    void asksForANewCodeEachTime() {
        hire();
        install(atTheDoorstep(), INSTALLATION);
        var browser = atTheDoorstep();
        assertThat(browser.get(DOORSTEP).body()).contains("Deuxième étape");
        var code = Phone.of(email).code();
        var refused = browser.post(DOORSTEP, "code", wrong(code), "suite", "/essai/agent");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Ce code n’est pas le bon").contains("value=\"/essai/agent\"");
        assertThat(browser.post(DOORSTEP, "code", code, "suite", "/essai/agent").location())
                .isEqualTo("/essai/agent");
        assertThat(browser.get("/essai/agent").status()).isEqualTo(200);

        var thief = atTheDoorstep();
        assertThat(thief.post(DOORSTEP, "code", code).status()).isEqualTo(422);
    }

    @Test
    void doesNotLetThePasswordAloneReplaceTheApplication() {
        hire();
        install(atTheDoorstep(), INSTALLATION);
        var thief = atTheDoorstep();
        assertThat(thief.get(INSTALLATION).location()).startsWith(DOORSTEP + "?");
        assertThat(thief.post(INSTALLATION, "code", "123456").location()).startsWith(DOORSTEP + "?");
        assertThat(thief.get(MINE).location()).contains("/connexion?suite=");
    }

    @Test
    void takesEachRecoveryCodeOnce() {
        hire();
        var codes = recoveryCodes(install(atTheDoorstep(), INSTALLATION));
        var browser = atTheDoorstep();
        assertThat(browser.post(DOORSTEP, "code", codes.getFirst().toUpperCase(java.util.Locale.ROOT))
                        .status())
                .isEqualTo(303);
        assertThat(people.emailsTo(email).getLast().subject()).isEqualTo("Un code de secours a servi");
        assertThat(browser.get("/compte/securite").body()).contains("9\u00a0codes de secours");
        assertThat(atTheDoorstep().post(DOORSTEP, "code", codes.getFirst()).status())
                .isEqualTo(422);
    }

    @Test
    void slowsGuessingDown() {
        hire();
        install(atTheDoorstep(), INSTALLATION);
        var thief = atTheDoorstep();
        var wrong = wrong(Phone.of(email).code());
        for (int i = 0; i < 5; i++) {
            assertThat(thief.post(DOORSTEP, "code", wrong).status()).isEqualTo(422);
        }
        var refused = thief.post(DOORSTEP, "code", Phone.of(email).code());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotBlank();
    }

    @Test
    void keepsNobodyOnTheDoorstepForLong() {
        hire();
        install(atTheDoorstep(), INSTALLATION);
        var browser = atTheDoorstep();
        clock.pass(Duration.ofMinutes(16));
        assertThat(browser.post(DOORSTEP, "code", Phone.of(email).codeAt(clock.instant()))
                        .location())
                .startsWith("/connexion?");
    }

    @Test
    void forgetsTheDoorstepWhenThePasswordChanges() {
        hire();
        var thief = atTheDoorstep();
        var owner = people.browser();
        owner.get("/mot-de-passe-oublie");
        owner.post("/mot-de-passe-oublie", "email", email);
        var chosen = owner.post(
                "/mot-de-passe-oublie/code", "code", people.codeTo(email), "password", People.OTHER_PASSWORD);
        assertThat(chosen.location()).startsWith(DOORSTEP);
        assertThat(thief.get(DOORSTEP).location()).startsWith("/connexion?");
    }

    @Test
    void leavesResidentsTheChoice() {
        var browser = people.signedIn(email);
        assertThat(browser.get("/compte/securite").body()).contains("Installer une application d’authentification");
        install(browser, MINE);
        assertThat(browser.get("/compte/securite").body()).contains("protège votre compte depuis");
        var other = atTheDoorstep();
        assertThat(other.get("/compte").status()).isEqualTo(302);
        assertThat(other.post(DOORSTEP, "code", Phone.of(email).code()).location())
                .isEqualTo("/mon-fil");

        other.get("/compte/securite");
        assertThat(other.post(MINE + "/retrait").location()).isEqualTo("/compte/securite?fait=retrait");
        assertThat(people.emailsTo(email).getLast().subject()).isEqualTo("Validation en deux étapes retirée");
        assertThat(people.signedIn(email).get("/compte").status()).isEqualTo(200);
    }

    @Test
    void letsAColleagueReplaceTheApplicationButNotDoWithout() {
        hire();
        var browser = atTheDoorstep();
        install(browser, INSTALLATION);
        browser.get("/compte/securite");
        assertThat(browser.post(MINE + "/retrait").status()).isEqualTo(403);
        var former = Phone.of(email);
        install(browser, MINE);
        var again = atTheDoorstep();
        assertThat(again.post(DOORSTEP, "code", former.code()).status()).isEqualTo(422);
        assertThat(again.post(DOORSTEP, "code", Phone.of(email).code()).status())
                .isEqualTo(303);
    }

    @Test
    void asksWhoIsThereBeforeWhatMatters() {
        var browser = people.signedIn(email);
        assertThat(browser.get(MINE).status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(11));
        assertThat(browser.get(MINE).location()).endsWith(CONFIRMATION + "?suite=%2Fcompte%2Fsecurite%2Fapplication");
        browser.get(CONFIRMATION + "?suite=%2Fcompte%2Fsecurite%2Fapplication");
        var refused = browser.post(CONFIRMATION, "currentPassword", "autre chose", "suite", MINE);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(browser.get(MINE).status()).isEqualTo(302);
        assertThat(browser.post(CONFIRMATION, "currentPassword", People.PASSWORD, "suite", MINE)
                        .location())
                .isEqualTo(MINE);
        assertThat(browser.get(MINE).status()).isEqualTo(200);
    }

    @Test
    void letsAFormBegunInTimeBeSentButNotLater() {
        var browser = people.signedIn(email);
        browser.get(MINE);
        clock.pass(Duration.ofMinutes(20));
        assertThat(browser.post(MINE, "code", "000000").status()).isEqualTo(422);
        clock.pass(Duration.ofMinutes(11));
        browser.with("Referer", "http://localhost" + MINE);
        assertThat(browser.post(MINE, "code", "000000").location())
                .endsWith(CONFIRMATION + "?suite=%2Fcompte%2Fsecurite%2Fapplication");
    }

    @Test
    void leadsFromTheConfirmationToThisPortalOnly() {
        var browser = people.signedIn(email);
        browser.get(CONFIRMATION + "?suite=https://voleur.example/");
        assertThat(browser.post(CONFIRMATION, "currentPassword", People.PASSWORD, "suite", "//voleur.example/")
                        .location())
                .isEqualTo("/mon-fil");
    }

    @Test
    void keepsTwoFactorsThroughAChangeOfPassword() {
        hire();
        var browser = atTheDoorstep();
        install(browser, INSTALLATION);
        browser.get("/compte/mot-de-passe");
        browser.post("/compte/mot-de-passe", "password", People.OTHER_PASSWORD);
        assertThat(browser.get("/essai/agent").status()).isEqualTo(200);
    }

    @Test
    void showsNoCodeOutsideTheDemonstration() {
        hire();
        var browser = atTheDoorstep();
        assertThat(browser.get(INSTALLATION).body()).doesNotContain("Démonstration");
    }

    private void hire() {
        organisation.appoint(new Membership(account, "voirie", Function.AGENT, "Instructrice"));
    }

    /** A browser whose person showed their password, and has another factor to show. */
    private Browser atTheDoorstep() {
        var browser = people.browser();
        assertThat(firstFactor(browser, "/mon-fil").location()).startsWith(DOORSTEP);
        return browser;
    }

    private Page firstFactor(Browser browser, String suite) {
        browser.get("/connexion");
        return browser.post("/connexion", "email", email, "password", People.PASSWORD, "suite", suite);
    }

    private Page install(Browser browser, String where) {
        var secret = browser.get(where).body().replaceFirst("(?s).*<code class=\"secret\">([^<]+)</code>.*", "$1");
        var page = browser.post(where, "code", Phone.learn(email, secret).code());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).contains("no-store");
        return page;
    }

    private static List<String> recoveryCodes(Page page) {
        return RECOVERY.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** A code that is none of those the phone may show around now. */
    private String wrong(String right) {
        var phone = Phone.of(email);
        var near = java.util.stream.LongStream.rangeClosed(-3, 3)
                .mapToObj(step -> phone.codeAt(Instant.now().plusSeconds(step * 30)))
                .toList();
        return java.util.stream.IntStream.range(0, 20)
                .mapToObj("%06d"::formatted)
                .filter(code -> !near.contains(code) && !code.equals(right))
                .findFirst()
                .orElseThrow();
    }
}
