package fr.parvis.casefiles.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.casefiles.FormAnswers;
import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.CertifiedIdentity.Prover;
import fr.parvis.identity.CivilIdentity;
import fr.parvis.identity.accounts.CivilIdentityTable;
import fr.parvis.kernel.French;
import fr.parvis.testing.AtProvider;
import fr.parvis.testing.Browser;
import fr.parvis.testing.ParvisTest;
import fr.parvis.testing.TestEnvironment;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What FranceConnect proved of people is not asked of them again, nor can they change it; agents see it is proven. */
@ParvisTest
class CertifiedAnswersTests {

    private static final AtProvider FRANCECONNECT = new AtProvider(TestEnvironment.franceConnect());
    private static final String FORM = "/demarches/" + FormAnswers.BIRTH;
    private static final Pattern HIDDEN = Pattern.compile("name=\"(?:draft|version)\" value=\"([^\"]+)\"");
    private final String today = French.date(Instant.now());

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CivilIdentityTable identities;

    CaseCast cast;
    Browser browser;

    @BeforeEach
    void nobodyIsKnown(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        jdbc.sql("delete from identity.account where email like '%@mel.example' and id in"
                        + " (select account_id from identity.civil_identity)")
                .update();
        browser = cast.stranger();
    }

    @Test
    void whatIsProvenIsReadAndNotAsked() {
        begin("lea");
        assertThat(page("demandeur").body())
                .contains("Léa <span", "fourni par FranceConnect le\u00a0" + today, "/compte/identite")
                .doesNotContain("name=\"prenom\"", "name=\"nom\"")
                .contains("name=\"demandeur\"");
        answerUntilPerson("moi");
        assertThat(page("personne").body())
                .contains("Léa Marie <span", "Fontaine <span", "17\u00a0avril 1991 <span")
                .doesNotContain("name=\"personne_prenoms\"", "name=\"personne_nom\"", "name=\"personne_date\"");
    }

    @Test
    void whoProvedNothingIsAskedAsEver() {
        browser = cast.signedIn(cast.resident());
        browser.post(FORM + "/commencer");
        answerUntilPerson("moi", "prenom", "Zoé", "nom", "Martin");
        assertThat(page("demandeur").body())
                .contains("name=\"prenom\"", "value=\"Zoé\"")
                .doesNotContain("FranceConnect");
        assertThat(page("personne").body()).contains("name=\"personne_nom\"").doesNotContain("FranceConnect");
    }

    @Test
    void whatSomebodySendsInItsPlaceIsNotTaken() {
        begin("lea");
        answerUntilPerson("moi", "prenom", "Mallory", "nom", "Mallory");
        answer("personne", "personne_prenoms", "Mallory", "personne_nom", "Mallory", "personne_date", "01/01/2001");
        answer("remise", "remise", "guichet");
        assertThat(page("verifier").body())
                .contains("Léa Marie", "Fontaine", "17\u00a0avril 1991", "certifié par FranceConnect")
                .doesNotContain("Mallory", "2001");
        assertThat(jdbc.sql("select answers::text from casefiles.draft where owner = :owner")
                        .param("owner", account("Fontaine"))
                        .query(String.class)
                        .single())
                .doesNotContain("Mallory");
    }

    @Test
    void somebodyElseIsDescribedByHand() {
        begin("lea");
        answerUntilPerson("moi");
        answer("demandeur", "demandeur", "parent");
        assertThat(page("personne").body())
                .contains("name=\"personne_prenoms\" type=\"text\" value=\"\"", "name=\"personne_date\"")
                .doesNotContain("Léa Marie", "17\u00a0avril 1991", "FranceConnect");
        answer("personne", "personne_prenoms", "Tom", "personne_nom", "Fontaine", "personne_date", "07/05/2021");
        answer("remise", "remise", "guichet");
        assertThat(page("verifier").body()).contains("Tom", "7\u00a0mai 2021").doesNotContain("17\u00a0avril 1991");
    }

    @Test
    void aPresumedDateIsAskedAndTheReasonTold() {
        begin("aminata");
        answerUntilPerson("moi");
        assertThat(page("personne").body())
                .contains("Aminata <span", "Diallo <span")
                .contains(
                        "name=\"personne_date\" type=\"text\" value=\"\"", "FranceConnect a fourni «\u00a01949\u00a0»");
        assertThat(answer("personne").status()).isEqualTo(422);
        assertThat(answer("personne", "personne_date", "01/07/1949").location()).isEqualTo(FORM + "/remplir/remise");
        answer("remise", "remise", "guichet");
        assertThat(page("verifier").body()).contains("1er\u00a0juillet 1949");
    }

    @ParameterizedTest
    @CsvSource({"odile,Marchand,Perrin", "rui,Ferreira,Ferreira"})
    void theNameInUseAndTheNameAtBirthAreTwoThings(String citizen, String inUse, String atBirth) {
        begin(citizen);
        assertThat(page("demandeur").body()).contains(inUse + " <span");
        answerUntilPerson("moi");
        assertThat(page("personne").body()).contains(atBirth + " <span");
    }

    @Test
    void aCorrectedIdentityIsReviewedAndFiled() {
        begin("sacha");
        answerUntilPerson("moi");
        answer("personne");
        answer("remise", "remise", "guichet");
        var review = page("verifier");
        assertThat(review.body()).contains("Bonnet").doesNotContain("Sacha Claude");

        correct(
                account("Bonnet"),
                new CivilIdentity("Sacha Claude", "Bonnet", "", "male", "1999-09-09", "92073", "99100"));
        assertThat(page("verifier").body()).contains("Sacha Claude");
        assertThat(browser.get(send(review)).body()).contains("Sacha Claude", "9\u00a0septembre 1999");
    }

    @Test
    void theReceiptAndTheDeskSayWhatIsCertifiedForGood() {
        begin("lea");
        answerUntilPerson("moi");
        answer("personne");
        answer("remise", "remise", "guichet");
        var receipt = send(page("verifier"));
        var reference = receipt.substring(7, 18);
        var lea = account("Fontaine");
        correct(lea, new CivilIdentity("Autre", "Nom", "", "female", "1990-01-01", "", "99139"));

        var certified = "certifié par FranceConnect le\u00a0" + today;
        assertThat(browser.get(receipt).body()).contains("Léa Marie", certified).doesNotContain("Autre");
        assertThat(browser.get(receipt + ".pdf").status()).isEqualTo(200);
        var desk = cast.signedIn(cast.agent("etat-civil")).get("/bureau/dossiers/" + reference);
        assertThat(desk.body()).contains("Léa Marie", certified, "ne demandez pas de pièce");
        assertThat(jdbc.sql(
                                "select answers -> 'personne_nom' ->> 'level' from casefiles.case_file where reference = :reference")
                        .param("reference", reference)
                        .query(String.class)
                        .single())
                .isEqualTo("eidas1");
    }

    private void begin(String citizen) {
        browser.get("/connexion");
        var there =
                browser.post("/connexion/franceconnect", "suite", "/mon-fil").location();
        browser.get(FRANCECONNECT.signsIn(there, citizen));
        browser.get(FORM);
        browser.post(FORM + "/commencer");
    }

    private void answerUntilPerson(String applicant, String... more) {
        answer("naissance", "nee_a_suresnes", "oui");
        answer("document", "document", "extrait-sans-filiation", "nombre", "1");
        answer(
                "demandeur",
                Stream.concat(Stream.of("demandeur", applicant), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Browser.Page answer(String page, String... answers) {
        return browser.post(FORM + "/remplir/" + page, answers);
    }

    private Browser.Page page(String name) {
        return browser.get(FORM + (name.equals("verifier") ? "/" : "/remplir/") + name);
    }

    private String send(Browser.Page review) {
        var hidden = HIDDEN.matcher(review.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        return browser.post(FORM + "/envoyer", "draft", hidden.get(0), "version", hidden.get(1))
                .location();
    }

    private UUID account(String lastName) {
        return jdbc.sql("select account_id from identity.civil_identity where family_name = :name")
                .param("name", lastName)
                .query(UUID.class)
                .single();
    }

    private void correct(UUID account, CivilIdentity corrected) {
        identities.prove(account, new CertifiedIdentity(corrected, Prover.FRANCECONNECT, Instant.now(), "eidas1"));
    }
}
