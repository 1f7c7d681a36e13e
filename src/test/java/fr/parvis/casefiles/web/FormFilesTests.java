package fr.parvis.casefiles.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.casefiles.Drafts;
import fr.parvis.casefiles.FormAnswers;
import fr.parvis.documents.Documents;
import fr.parvis.identity.AccountClosed;
import fr.parvis.kernel.Viewer;
import fr.parvis.procedures.FileAnswer;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Browser.Chosen;
import fr.parvis.testing.ParvisTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@ParvisTest
class FormFilesTests {

    private static final String FORM = "/demarches/" + FormAnswers.PARKING;
    private static final String PAGE = FORM + "/remplir/vehicule";
    private static final String FIELD = "carte_grise";
    private static final Map<String, String> PLATE = Map.of("immatriculation", "AB-123-CD", "a_mon_nom", "oui");

    @Autowired
    Drafts drafts;

    @Autowired
    Documents documents;

    CaseCast cast;
    Viewer zoe;
    Browser browser;

    @BeforeEach
    void zoeIsAtTheVehicle(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
        browser = cast.signedIn(zoe);
        browser.post(FORM + "/commencer");
        browser.get(PAGE);
    }

    @Test
    void aFileIsKeptWithThePageAndCanBeSeenAgain() {
        var sent = browser.postFiles(PAGE, PLATE, pdf("carte.pdf"));
        assertThat(sent.location()).isEqualTo(FORM + "/remplir/justificatifs");
        assertThat(browser.get(PAGE).body()).contains("carte.pdf", "retirer-fichier:");
        var seen = browser.get(FORM + "/fichiers/" + files().getFirst().id());
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(seen.body()).startsWith("%PDF");
    }

    @Test
    void aFileIsKeptEvenWhenTheRestOfThePageIsWrong() {
        var sent = browser.postFiles(PAGE, Map.of("immatriculation", "non"), pdf("carte.pdf"));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("carte.pdf", "value=\"non\"");
        assertThat(files()).hasSize(1);
    }

    @Test
    void aFileWhoseNameLiesIsRefusedBesideItsField() {
        var program = "MZ\u0090\u0000\u0003 this is a program".getBytes(StandardCharsets.ISO_8859_1);
        var sent = browser.postFiles(PAGE, PLATE, new Chosen(FIELD, "carte.pdf", program));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("id=\"carte_grise-erreur\"", "AB-123-CD");
        assertThat(files()).isEmpty();
    }

    @Test
    void anEmptyFileIsRefused() {
        var sent = browser.postFiles(PAGE, PLATE, new Chosen(FIELD, "carte.pdf", new byte[0]));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("ce fichier est vide");
    }

    @Test
    void twoRefusedFilesAreBothNamed() {
        var sent = browser.postFiles(
                PAGE,
                PLATE,
                new Chosen(FIELD, "menteur.pdf", "du texte".getBytes(StandardCharsets.UTF_8)),
                new Chosen(FIELD, "vide.png", new byte[0]));
        assertThat(sent.body())
                .contains("«\u00a0menteur.pdf\u00a0»\u00a0: ce fichier n’est pas dans un format accepté")
                .contains("«\u00a0vide.png\u00a0»\u00a0: ce fichier est vide.");
    }

    @Test
    void aFileTooLargeIsRefusedBesideItsFieldAndNothingTypedIsLost() {
        var sent = browser.postFiles(PAGE, PLATE, new Chosen(FIELD, "plan.pdf", new byte[13_000_000]));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("«\u00a0plan.pdf\u00a0»\u00a0: ce fichier dépasse 10\u00a0Mo (il pèse 13,0\u00a0Mo).")
                .contains("value=\"AB-123-CD\"", "id=\"carte_grise-erreur\"");
        assertThat(browser.get(PAGE).body()).contains("value=\"AB-123-CD\"");
    }

    /** Beyond what is received at all: nobody is led to a dead end. */
    @Test
    void whatIsTooHeavyToBeReceivedLeadsBackToItsPage() {
        var sent = browser.post(PAGE, "immatriculation", "x".repeat(5_000_000));
        assertThat(sent.status()).isEqualTo(413);
        assertThat(sent.body()).contains("href=\"" + PAGE + "\"", "Revenir à la page", "110\u00a0Mo");
    }

    @Test
    void aBombInTheClothesOfADocumentIsRefused() {
        var sent = browser.postFiles(PAGE, PLATE, new Chosen(FIELD, "attestation.docx", bomb()));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("trop gros une fois décompressé");
    }

    @Test
    void aNameWithBracketsOrAPathStaysAName() {
        browser.postFiles(PAGE, PLATE, pdf("../../<b>carte</b>[1].pdf"));
        assertThat(files().getFirst().name()).doesNotContain("<", "/").endsWith(".pdf");
        assertThat(browser.get(PAGE).body()).doesNotContain("<b>carte");
    }

    @Test
    void filesBeyondTheMostAreRefusedAndTheFirstOnesKept() {
        var sent = browser.postFiles(PAGE, PLATE, pdf("un.pdf"), pdf("deux.pdf"), pdf("trois.pdf"));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("«\u00a0trois.pdf\u00a0»").contains("assez de fichiers");
        assertThat(files()).extracting(FileAnswer::name).containsExactly("un.pdf", "deux.pdf");
    }

    @Test
    void aHundredFilesAtOnceDoNotBreakAnything() {
        var many = IntStream.range(0, 100).mapToObj(n -> pdf(n + ".pdf")).toArray(Chosen[]::new);
        var sent = browser.postFiles(PAGE, PLATE, many);
        assertThat(sent.status()).isBetween(400, 422);
        assertThat(files()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aFileForAFieldOfAnotherPageIsLeftOut() {
        browser.postFiles(PAGE, PLATE, new Chosen("justificatif_domicile", "x.pdf", CaseCast.pdf("x")));
        browser.postFiles(PAGE, PLATE, new Chosen("nulle_part", "x.pdf", CaseCast.pdf("x")));
        assertThat(files()).isEmpty();
    }

    @Test
    void removingAFileErasesIt() {
        browser.postFiles(PAGE, PLATE, pdf("carte.pdf"));
        var file = files().getFirst().id();
        var removed = browser.post(PAGE, "immatriculation", "EF-456-GH", "action", "retirer-fichier:" + file);
        assertThat(removed.location()).isEqualTo(PAGE);
        assertThat(files()).isEmpty();
        assertThat(browser.get(PAGE).body()).contains("EF-456-GH");
        assertGone(file);
    }

    @Test
    void nobodyRemovesOrSeesAFileOfAnotherPersonsDraft() {
        browser.postFiles(PAGE, PLATE, pdf("carte.pdf"));
        var file = files().getFirst().id();
        var other = cast.resident("Paul", "Arnaud");
        var others = cast.signedIn(other);
        assertThat(others.get(FORM + "/fichiers/" + file).status()).isEqualTo(404);
        others.post(FORM + "/commencer");
        others.get(PAGE);
        assertThat(others.get(FORM + "/fichiers/" + file).status()).isEqualTo(404);
        others.post(PAGE, "action", "retirer-fichier:" + file);
        others.post(PAGE, "action", "retirer-fichier:n’importe quoi");
        assertThat(documents.read(file)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void aRefusedFileIsToldEvenWhenFinishingLater() {
        var sent = browser.postFiles(PAGE, Map.of("action", "plus-tard"), new Chosen(FIELD, "x.pdf", new byte[0]));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("ce fichier est vide");
    }

    @Test
    void abandoningTheFormErasesItsFiles() {
        browser.postFiles(PAGE, PLATE, pdf("carte.pdf"));
        var file = files().getFirst().id();
        assertThat(browser.post(FORM + "/abandonner").location()).isEqualTo("/mon-fil");
        assertThat(drafts.find(zoe, FormAnswers.PARKING)).isEmpty();
        assertGone(file);
    }

    @Test
    void closingTheAccountErasesDraftsAndTheirFiles(
            @Autowired ApplicationEventPublisher events, @Autowired TransactionTemplate transaction) {
        browser.postFiles(PAGE, PLATE, pdf("carte.pdf"));
        var file = files().getFirst().id();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new AccountClosed(zoe.account(), "zoe@example.org")));
        assertThat(drafts.of(zoe.account())).isEmpty();
        assertGone(file);
    }

    private List<FileAnswer> files() {
        return drafts.find(zoe, FormAnswers.PARKING).orElseThrow().answers().files();
    }

    private void assertGone(java.util.UUID file) {
        assertThatThrownBy(() -> documents.read(file)).isInstanceOf(RuntimeException.class);
        assertThat(browser.get(FORM + "/fichiers/" + file).status()).isEqualTo(404);
    }

    private static Chosen pdf(String name) {
        return new Chosen(FIELD, name, CaseCast.pdf(name));
    }

    /** Eighty megabytes of nothing in eighty kilobytes, named as a Word document names its parts. */
    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 80; i++) {
                zip.write(new byte[1_000_000]);
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
