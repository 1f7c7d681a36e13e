package fr.parvis.casefiles.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.casefiles.CaseFiles;
import fr.parvis.casefiles.CaseStatus;
import fr.parvis.casefiles.Decisions;
import fr.parvis.casefiles.FormAnswers;
import fr.parvis.casefiles.Handling;
import fr.parvis.casefiles.Message;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Browser.Chosen;
import fr.parvis.testing.Browser.Page;
import fr.parvis.testing.ParvisTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ParvisTest
class CaseActionsTests {

    private static final String REASONS = "Le véhicule pèse plus de 3,5 tonnes, limite de l’arrêté.";

    @Autowired
    Handling handling;

    @Autowired
    Decisions decisions;

    @Autowired
    CaseFiles cases;

    CaseCast cast;
    Viewer zoe;
    Viewer marc;
    Reference reference;
    Browser nadia;
    String path;

    @BeforeEach
    void nadiaOpensACase(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
        marc = cast.agent("stationnement", "Marc", "Tessier");
        reference = cast.file(zoe, FormAnswers.PARKING);
        nadia = cast.signedIn(cast.agent("stationnement"));
        path = "/bureau/dossiers/" + reference;
        nadia.get(path);
    }

    @Test
    void aCaseIsHandledFromOnePage() {
        assertThat(nadia.get(path).body())
                .contains("Pièces conformes", "Demander une pièce…", "Prendre le dossier", "Transmettre")
                .contains("AB-123-CD", "carte_grise.pdf", "Silence vaut accord le")
                .doesNotContain("Accepter la demande", "Refuser…");
        assertThat(act("prise").location()).isEqualTo(path);
        assertThat(nadia.get(path).body()).contains("Vous suivez ce dossier", "Rendre au service");
        assertThat(act("avancement").location()).isEqualTo(path);
        assertThat(nadia.get(path).body())
                .containsSubsequence(
                        "<summary>Accepter…", "Votre carte", "Nadia Belkacem, Instructrice", "Accepter la demande")
                .contains("Refuser…")
                .doesNotContain("Pièces conformes");
        assertThat(act("accord").location()).isEqualTo(path);
        assertThat(nadia.get(path).body())
                .contains("Dossier terminé", "Acceptée", "accord-" + reference)
                .doesNotContain("Silence vaut");
    }

    @Test
    void aRefusalWithoutReasonsComesBack() {
        act("avancement");
        var page = act("refus", "reasons", "Non.");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"reasons-erreur\"", ">Non.</textarea>", "href=\"#reasons\"");
        assertThat(act("refus", "reasons", REASONS).location()).isEqualTo(path);
        assertThat(status()).isEqualTo(CaseStatus.REFUSED);
    }

    @Test
    void anActionOfAnotherStepIsRefused() {
        for (var action : List.of("accord", "refus")) {
            var page = act(action, "reasons", REASONS);
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains("La décision se prend à une autre étape");
        }
        act("avancement");
        assertThat(act("avancement").status()).isEqualTo(422);
        assertThat(status()).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void aDocumentIsAskedForOrTheFormComesBack() {
        var wrong = act("pieces", "label", "Bail", "hint", "Signé", "due", "jamais");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"Bail\"", "value=\"Signé\"", "value=\"jamais\"", "id=\"due-erreur\"");
        assertThat(act("pieces", "label", "Bail", "due", dayAfter(20)).location())
                .isEqualTo(path);
        assertThat(cases.open(reference, zoe).awaited()).hasSize(1);
        assertThat(nadia.get(path).body()).contains("demandée", "À compléter", "le délai attend les pièces");
    }

    @Test
    void textNobodyCanReadIsNotKept() {
        assertThat(act("pieces", "label", "a\u0000b", "due", "2099-01-01").status())
                .isEqualTo(422);
        assertThat(act("notes", "text", "\u0000").status()).isEqualTo(422);
        assertThat(act("messages", "text", "x".repeat(1_000_000)).status()).isEqualTo(422);
        assertThat(act("transmission", "unit", "voirie", "text", "\u0000").status())
                .isEqualTo(422);
        assertThat(act("transmission", "unit", "\u0000").status()).isEqualTo(422);
        assertThat(act("avancement", "version", "un").status()).isIn(400, 409);
    }

    @Test
    void whoComesSecondIsToldAndKeepsWhatTheyTyped() {
        var stale = version();
        handling.note(cast.act(marc, reference), Message.of("Vu"));
        handling.take(cast.act(marc, reference));
        var page = nadia.post(
                path + "/pieces",
                "version",
                stale,
                "label",
                "Bail signé",
                "hint",
                "Toutes les pages",
                "due",
                "1/1/2099");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("Votre action n’a pas été faite", "Marc Tessier a pris le dossier")
                .contains("value=\"Bail signé\"", "value=\"Toutes les pages\"", "value=\"1/1/2099\"");
        assertThat(cases.open(reference, zoe).awaited()).isEmpty();
    }

    @Test
    void pressingTwiceIsDoneOnceAndSaysSo() {
        var seen = version();
        String[] bail = {"version", seen, "label", "Bail", "due", dayAfter(20)};
        nadia.post(path + "/pieces", bail);
        var again = nadia.post(path + "/pieces", bail);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body())
                .contains("C’est fait.", "Vous avez demandé\u00a0: Bail, ")
                .doesNotContain("n’a pas été faite", "value=\"Bail\"");
        assertThat(cases.open(reference, zoe).awaited()).hasSize(1);

        var other = nadia.post(path + "/pieces", "version", seen, "label", "Assurance", "due", dayAfter(20));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body())
                .contains("n’a pas été faite", "Vous avez demandé\u00a0: Bail, ", "value=\"Assurance\"");
    }

    @Test
    void whatTheResidentSentMeanwhileIsSeenBeforeDeciding() {
        act("avancement");
        var stale = version();
        cases.write(reference, zoe, Message.of("J’ai vendu la voiture."));
        var told = nadia.post(path + "/accord", "version", stale);
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body()).contains("Zoé Martin a écrit un message", "J’ai vendu la voiture.");

        act("pieces", "label", "Bail", "due", dayAfter(20));
        act("pieces", "label", "Assurance", "due", dayAfter(20));
        stale = version();
        var awaited = cases.open(reference, zoe).awaited().getFirst().id();
        cases.answer(reference, zoe, awaited, List.of(cast.stored("bail.pdf")));
        told = nadia.post(path + "/accord", "version", stale);
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body()).contains("Zoé Martin a envoyé\u00a0: Bail");
        assertThat(status()).isEqualTo(CaseStatus.WAITING_RESIDENT);
    }

    @Test
    void whatWasTypedIsThereEvenWhenItsFormIsGone() {
        act("avancement");
        var stale = version();
        decisions.accept(cast.act(marc, reference));
        var page = nadia.post(path + "/refus", "version", stale, "reasons", REASONS);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("Marc Tessier a accepté la demande", REASONS, "Dossier terminé");
        assertThat(status()).isEqualTo(CaseStatus.ACCEPTED);
    }

    @Test
    void messagesWithFilesAndNotesAreWrittenBesideTheCase() {
        var sent = nadia.postFiles(
                path + "/messages",
                Map.of("text", "Bonjour <b>Madame</b>", "version", version()),
                new Chosen("fichiers", "plan.pdf", CaseCast.pdf("plan")));
        assertThat(sent.location()).isEqualTo(path);
        assertThat(act("notes", "text", "Facture douteuse").location()).isEqualTo(path);
        assertThat(nadia.get(path).body())
                .contains("Bonjour &lt;b&gt;Madame&lt;/b&gt;", "plan.pdf", "Facture douteuse");
        assertThat(act("messages", "text", " ").body()).contains("id=\"message-erreur\"");
        assertThat(act("notes", "text", "").body()).contains("id=\"note-erreur\"");
        var refused = nadia.postFiles(
                path + "/messages",
                Map.of("text", "Voici", "version", version()),
                new Chosen("fichiers", "plan.pdf", new byte[0]));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("ce fichier est vide", ">Voici</textarea>");
    }

    @Test
    void whatAnAgentWritesTwiceIsKeptOnceAndToldOnce() {
        for (var verb : List.of("messages", "messages", "notes", "notes")) {
            assertThat(act(verb, "text", "Bonjour", "envoi", "4b1d").location()).isEqualTo(path);
        }
        assertThat(cases.open(reference, zoe).messages()).hasSize(1);
        assertThat(nadia.get(path).body().split(">Bonjour<", -1))
                .as("two texts")
                .hasSize(3);
        assertThat(cast.subjectsTo(zoe))
                .filteredOn(subject -> subject.startsWith("Un message"))
                .hasSize(1);
    }

    @Test
    void aCasePassedOnLeavesTheDesk() {
        var wrong = act("transmission", "unit", "", "text", "Pour Thomas");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"unit-erreur\"", ">Pour Thomas</textarea>");
        assertThat(act("transmission", "unit", "voirie", "text", "Pour Thomas").location())
                .isEqualTo("/bureau");
        assertThat(nadia.get(path).status()).isEqualTo(404);
        assertThat(cast.signedIn(cast.agent("voirie")).get(path).body()).contains("Pour Thomas");
    }

    private Page act(String verb, String... typed) {
        var form = new ArrayList<>(List.of(typed));
        form.addAll(List.of("version", version()));
        return nadia.post(path + "/" + verb, form.toArray(String[]::new));
    }

    private static String dayAfter(int days) {
        return French.day(Instant.now()).plusDays(days).toString();
    }

    private String version() {
        return String.valueOf(cases.open(reference, zoe).file().version());
    }

    private CaseStatus status() {
        return cases.open(reference, zoe).file().status();
    }
}
