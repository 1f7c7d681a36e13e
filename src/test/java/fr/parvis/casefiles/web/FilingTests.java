package fr.parvis.casefiles.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.casefiles.Drafts;
import fr.parvis.casefiles.Filing;
import fr.parvis.casefiles.FilingOutcome;
import fr.parvis.casefiles.FormAnswers;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.procedures.Procedures;
import fr.parvis.testing.Browser;
import fr.parvis.testing.ParvisTest;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ParvisTest
class FilingTests {

    private static final String FORM = "/demarches/" + FormAnswers.PARKING;
    private static final Pattern HIDDEN = Pattern.compile("name=\"(?:draft|version)\" value=\"([^\"]+)\"");

    @Autowired
    Drafts drafts;

    @Autowired
    Filing filing;

    @Autowired
    Procedures procedures;

    @Autowired
    JdbcClient jdbc;

    /** What the review page sends back: which draft, as it was then. */
    private record Hidden(String draft, String version) {}

    CaseCast cast;
    Viewer zoe;
    Browser browser;

    @BeforeEach
    void zoeIsReadyToSend(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
        browser = cast.signedIn(zoe);
        cast.fill(zoe, FormAnswers.PARKING);
    }

    @Test
    void theReviewShowsEveryAnswerAndAWayToChangeIt() {
        assertThat(browser.get(FORM + "/verifier").body())
                .contains("12 rue Merlin-de-Thionville", "AB-123-CD", "carte_grise.pdf")
                .contains(FORM + "/remplir/vehicule", "Envoyer ma demande", "étape&nbsp;5 sur&nbsp;5");
    }

    /** CRPA R112-11-1: date of receipt, service in charge, how to reach it, what silence means and when. */
    @Test
    void theReceiptSaysWhatTheLawAsks() {
        var sent = send();
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).matches("/suivi/[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/accuse");
        var receipt = browser.get(sent.location());
        var today = French.day(Instant.now());
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.body())
                .contains(sent.location().substring(7, 18))
                .contains("Reçue le", French.date(today))
                .contains("Service chargé du dossier", "Stationnement")
                .contains("Téléphone", "Courriel", "Adresse")
                .contains(French.date(today.plusMonths(2)), "votre demande est acceptée", "attestation")
                .contains("Zoé Martin", "AB-123-CD");
        assertThat(cast.messagesTo(zoe))
                .contains("Service chargé du dossier", French.date(today.plusMonths(2)), "Téléphone", "Adresse");
    }

    @Test
    void theReceiptOfARequestRefusedBySilenceGivesTheRemedies() {
        var reference = cast.file(zoe, FormAnswers.MOVING);
        assertThat(browser.get("/suivi/" + reference + "/accuse").body())
                .contains("votre demande est refusée", "tribunal administratif", "deux mois");
    }

    @Test
    void theReceiptIsAlsoAPdf() {
        var pdf = browser.get(send().location().replace("/accuse", "/accuse.pdf"));
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF");
    }

    @Test
    void theReferenceCanBeReadBack() {
        var reference = send().location().substring(7, 18);
        assertThat(Reference.parse(reference.replace("-", " ").toLowerCase(java.util.Locale.ROOT)))
                .hasValue(new Reference(reference));
    }

    @Test
    void theSameFormSentTwiceIsOneRequestWithOneReceipt() {
        var hidden = hidden();
        var first = send(hidden);
        var second = send(hidden);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(cases()).isOne();
        assertThat(cast.subjectsTo(zoe)).hasSize(1);
    }

    @Test
    void theSameFormSentEightTimesAtOnceIsOneRequest() throws Exception {
        var hidden = hidden();
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<String> press = () -> send(hidden).location();
            var places = pool
                    .invokeAll(IntStream.range(0, 8).mapToObj(n -> press).toList())
                    .stream()
                    .map(FilingTests::result)
                    .collect(Collectors.toSet());
            assertThat(places).hasSize(1).allMatch(place -> place.endsWith("/accuse"));
        }
        assertThat(cases()).isOne();
        assertThat(cast.subjectsTo(zoe)).hasSize(1);
    }

    @Test
    void theSameFormSentAgainAfterANewOneIsBegunDoesNotSendTheNewOne() {
        var hidden = hidden();
        var first = send(hidden);
        cast.fill(zoe, FormAnswers.PARKING);
        assertThat(send(hidden).location()).isEqualTo(first.location());
        assertThat(drafts.find(zoe, FormAnswers.PARKING)).isPresent();
        assertThat(cases()).isOne();
    }

    @Test
    void goingBackToAFormThatWasSentLeadsToTheRequest() {
        var reference = send().location().substring(7, 18);
        var back = browser.get(FORM + "/remplir/vehicule");
        assertThat(back.location()).isEqualTo(FORM + "/commencer");
        assertThat(browser.get(back.location()).body())
                .contains("Cette demande est déjà envoyée", "href=\"/suivi/" + reference + "\"", "Recommencer");
        assertThat(browser.get(FORM + "/verifier").location()).isEqualTo(FORM + "/commencer");
        assertThat(drafts.find(zoe, FormAnswers.PARKING)).isEmpty();
        assertThat(browser.get("/mon-fil").body()).doesNotContain("Formulaire à terminer");
        assertThat(browser.post(FORM + "/commencer").location()).isEqualTo(FORM + "/remplir/vous");
    }

    @Test
    void aPageLeftOpenInAnotherTabKeepsItsTextWhenTheRequestIsSent() {
        send();
        var page = FORM + "/remplir/vous";
        var late =
                browser.post(page, "adresse", "3 rue <b>du Mont</b>", "hebergement", "locataire", "action", "retour");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("déjà envoyée", "action=\"" + page + "\"", "value=\"3 rue &lt;b>du Mont&lt;/b>\"")
                .doesNotContain("value=\"retour\"");
        assertThat(drafts.find(zoe, FormAnswers.PARKING)).isEmpty();
        var again = browser.post(
                page,
                "adresse",
                "3 rue du Mont",
                "hebergement",
                "locataire",
                "nom",
                "M",
                "prenom",
                "Z",
                "recommencer",
                "oui");
        assertThat(again.location()).isEqualTo(FORM + "/remplir/vehicule");
        assertThat(drafts.find(zoe, FormAnswers.PARKING).orElseThrow().answers().toJson())
                .contains("3 rue du Mont");
    }

    @Test
    void answersChangedSinceTheReviewAreReviewedAgain() {
        var hidden = hidden();
        browser.post(FORM + "/remplir/vous", "nom", "Durand", "prenom", "Zoé");
        cast.fill(zoe, FormAnswers.PARKING);
        var again = send(hidden);
        assertThat(again.location()).isEqualTo(FORM + "/verifier?modifie=true");
        assertThat(browser.get(again.location()).body()).contains("Vos réponses ont changé");
        assertThat(cases()).isZero();
    }

    @Test
    void anIncompleteFormGoesBackToThePageThatLacksSomething() {
        browser.get(FORM + "/remplir/vehicule");
        browser.post(FORM + "/remplir/vehicule", "immatriculation", "", "a_mon_nom", "oui");
        assertThat(browser.get(FORM + "/verifier").location()).isEqualTo(FORM + "/remplir/vehicule?manque=1");
        var draft = drafts.find(zoe, FormAnswers.PARKING).orElseThrow();
        var sent = send(new Hidden(draft.id().toString(), String.valueOf(draft.version())));
        assertThat(sent.location()).isEqualTo(FORM + "/remplir/vehicule?manque=1");
        assertThat(cases()).isZero();
    }

    @Test
    void somebodyElsesDraftIsNotSent() {
        var hidden = hidden();
        var other = cast.signedIn(cast.resident("Paul", "Arnaud"));
        other.post(FORM + "/commencer");
        other.get(FORM + "/remplir/vous");
        var sent = other.post(FORM + "/envoyer", "draft", hidden.draft(), "version", hidden.version());
        assertThat(sent.location()).isEqualTo(FORM + "/commencer");
        assertThat(cases()).isZero();
    }

    @Test
    void aFormWithoutItsDraftIsNotUnderstood() {
        browser.get(FORM + "/verifier");
        assertThat(browser.post(FORM + "/envoyer").status()).isEqualTo(400);
        assertThat(browser.post(FORM + "/envoyer", "draft", "x", "version", "un")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void everythingIsFiledOrNothing(@Autowired TransactionTemplate transaction) {
        var draft = drafts.find(zoe, FormAnswers.PARKING).orElseThrow();
        var procedure = procedures.current(FormAnswers.PARKING).orElseThrow();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    var filed = filing.file(zoe, procedure, new Filing.Reviewed(draft.id(), draft.version()));
                    assertThat(filed).isInstanceOf(FilingOutcome.Filed.class);
                    assertThat(cast.subjectsTo(zoe)).hasSize(1);
                    throw new IllegalStateException("the power fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cases()).isZero();
        assertThat(cast.subjectsTo(zoe)).isEmpty();
        assertThat(jdbc.sql("select count(*) from tracking.item where owner = :owner")
                        .param("owner", zoe.account())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(drafts.find(zoe, FormAnswers.PARKING)).isPresent();
    }

    /** Files of a question that is no longer asked are not handed to the town. */
    @Test
    void filesOfHiddenQuestionsAreNotSent() {
        cast.fill(zoe, FormAnswers.PARKING, Map.of("a_mon_nom", "non"));
        cast.fill(zoe, FormAnswers.PARKING, Map.of("a_mon_nom", "oui"));
        var reference = new Reference(send().location().substring(7, 18));
        assertThat(jdbc.sql("select a.label from casefiles.attachment a join casefiles.case_file c on c.id = a.case_id"
                                + " where c.reference = :reference")
                        .param("reference", reference.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("La carte grise", "Un justificatif de domicile de moins de 3 mois");
    }

    /** Data minimisation (GDPR article 5): what its author was not shown before sending is not kept. */
    @Test
    void answersToHiddenQuestionsAreNotSent() {
        cast.fill(zoe, FormAnswers.PARKING, Map.of("a_mon_nom", "non", "detenteur", "employeur"));
        cast.fill(zoe, FormAnswers.PARKING, Map.of("a_mon_nom", "oui"));
        assertThat(drafts.find(zoe, FormAnswers.PARKING).orElseThrow().answers().toJson())
                .contains("employeur");
        var reference = send().location().substring(7, 18);
        assertThat(jdbc.sql("select answers::text from casefiles.case_file where reference = :reference")
                        .param("reference", reference)
                        .query(String.class)
                        .single())
                .contains("AB-123-CD", "carte_grise.pdf")
                .doesNotContain("employeur", "detenteur");
    }

    private Browser.Page send() {
        return send(hidden());
    }

    private Browser.Page send(Hidden hidden) {
        return browser.post(FORM + "/envoyer", "draft", hidden.draft(), "version", hidden.version());
    }

    private Hidden hidden() {
        var fields = HIDDEN.matcher(browser.get(FORM + "/verifier").body())
                .results()
                .map(found -> found.group(1))
                .toList();
        return new Hidden(fields.getFirst(), fields.getLast());
    }

    private int cases() {
        return jdbc.sql("select count(*) from casefiles.case_file where owner = :owner")
                .param("owner", zoe.account())
                .query(Integer.class)
                .single();
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
