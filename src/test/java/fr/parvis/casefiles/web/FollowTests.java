package fr.parvis.casefiles.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.casefiles.CaseFiles;
import fr.parvis.casefiles.Decisions;
import fr.parvis.casefiles.FormAnswers;
import fr.parvis.casefiles.Handling;
import fr.parvis.casefiles.Message;
import fr.parvis.casefiles.OpenCases;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Browser.Chosen;
import fr.parvis.testing.Browser.Page;
import fr.parvis.testing.ParvisTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ParvisTest
class FollowTests {

    private static final Pattern FORM = Pattern.compile("name=\"envoi\" value=\"([^\"]+)\"");

    @Autowired
    Handling handling;

    @Autowired
    Decisions decisions;

    @Autowired
    CaseFiles cases;

    @Autowired
    OpenCases desk;

    CaseCast cast;
    Viewer zoe;
    Viewer nadia;
    Reference reference;
    String path;
    Browser browser;

    @BeforeEach
    void zoeFollowsHerRequest(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
        nadia = cast.agent("stationnement");
        reference = cast.file(zoe, FormAnswers.PARKING);
        path = "/suivi/" + reference;
        browser = cast.signedIn(zoe);
        browser.get(path);
    }

    @Test
    void theThreadSaysWhatIsDoneWhatIsNowAndWhatComes() {
        assertThat(browser.get(path).body())
                .contains("Demande déposée", "Vérification de vos pièces", "à venir", "Décision")
                .contains("aria-current=\"step\"", "Sans réponse le", "votre demande sera acceptée")
                .contains("Une question&nbsp;?", reference.value());
    }

    @Test
    void theReferenceMayBeTypedInAnyWay() {
        assertThat(browser.get("/suivi/"
                                + reference
                                        .value()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace("-", ""))
                        .status())
                .isEqualTo(200);
    }

    /** What is somebody else's answers as what does not exist: the answer tells nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/accuse", "/accuse.pdf", "/retrait", "/consultations", "/fichiers/FILE"})
    void somebodyElsesRequestDoesNotExist(String page) {
        var file = cases.open(reference, zoe).attachments().getFirst().file().toString();
        for (var person : List.of(cast.resident("Paul", "Arnaud"), nadia, cast.administrator())) {
            var other = cast.signedIn(person);
            var real = other.get(path + page.replace("FILE", file));
            var invented = Reference.random(new Random());
            var unknown = other.get("/suivi/" + invented + page.replace("FILE", file));
            assertThat(real.status()).isEqualTo(404);
            assertThat(shape(real)).isEqualTo(shape(unknown));
        }
        var own = cast.signedIn(zoe).get(path + page.replace("FILE", file));
        assertThat(own.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages", "/retrait", "/pieces/9e4e1ab8-60d4-4ac8-b4b5-ecf2d4f16bd5"})
    void nobodyActsOnSomebodyElsesRequest(String action) {
        var other = cast.signedIn(cast.resident("Paul", "Arnaud"));
        other.get("/mon-fil");
        other.get("/compte");
        other.get("/demarches/" + FormAnswers.PARKING + "/commencer");
        var chosen = new Chosen("fichiers", "x.pdf", CaseCast.pdf("x"));
        assertThat(other.postFiles(path + action, Map.of("message", "Bonjour"), chosen)
                        .status())
                .isEqualTo(404);
        var own = cases.open(reference, zoe);
        assertThat(own.messages()).isEmpty();
        assertThat(own.file().status().isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/suivi/K7M-4XT-9R", "/suivi/x", "/suivi/%27--", "/suivi/K7M-4XT-9RA-222"})
    void aReferenceThatCannotBeIsNotFound(String address) {
        assertThat(browser.get(address).status()).isEqualTo(404);
    }

    @Test
    void fileOfAnotherCaseIsNotFoundInThisOne() {
        var other = cases.open(cast.file(zoe, FormAnswers.BIRTH), zoe);
        var file = other.attachments().getFirst().file();
        assertThat(browser.get(path + "/fichiers/" + file).status()).isEqualTo(404);
        assertThat(browser.get(path + "/fichiers/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(browser.get(path + "/fichiers/x").status()).isBetween(400, 404);
    }

    @Test
    void eachOpeningByAnAgentIsShown() {
        assertThat(browser.get(path + "/consultations").body()).contains("Aucun agent ne l’a encore ouvert");
        desk.open(reference, nadia);
        cast.signedIn(nadia).get("/bureau/dossiers/" + reference);
        assertThat(browser.get(path + "/consultations").body())
                .contains("Nadia Belkacem", "Stationnement", French.date(Instant.now()))
                .doesNotContain("Aucun agent");
    }

    @Test
    void aMessageWithAFileReachesTheService() {
        var sent = browser.postFiles(
                path + "/messages",
                Map.of("message", "Bonjour,\n<b>voici</b> la photo."),
                new Chosen("fichiers", "photo.pdf", CaseCast.pdf("photo")));
        assertThat(sent.location()).isEqualTo(path + "#messages");
        assertThat(browser.get(path).body())
                .contains("&lt;b&gt;voici&lt;/b&gt; la photo.", "photo.pdf", "Joint à un message");
    }

    @Test
    void sevenFilesOfNineMegabytesGoWithOneMessage() {
        var heavy = Arrays.copyOf(CaseCast.pdf("scan"), 9_200_000);
        var files = IntStream.range(0, 7)
                .mapToObj(n -> new Chosen("fichiers", "scan" + n + ".pdf", heavy))
                .toArray(Chosen[]::new);
        var sent = browser.postFiles(path + "/messages", Map.of("message", "Les plans"), files);
        assertThat(sent.location()).isEqualTo(path + "#messages");
        assertThat(browser.get(path).body()).contains("scan0.pdf", "scan6.pdf");
    }

    @Test
    void theAddressOfAMessageThatWasNotTakenLeadsToTheRequest() {
        assertThat(browser.get(path + "/messages").location()).isEqualTo(path);
        assertThat(browser.get(path + "/pieces/" + UUID.randomUUID()).location())
                .isEqualTo(path);
    }

    @Test
    void aMessageSentTwiceAtOnceIsKeptOnce() throws Exception {
        var form = FORM.matcher(browser.get(path).body());
        assertThat(form.find()).isTrue();
        var photo = new Chosen("fichiers", "photo.pdf", CaseCast.pdf("photo"));
        Callable<Page> press = () ->
                browser.postFiles(path + "/messages", Map.of("message", "Bonjour", "envoi", form.group(1)), photo);
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var sent : pool.invokeAll(List.of(press, press, press, press))) {
                assertThat(sent.get().location()).isEqualTo(path + "#messages");
            }
        }
        assertThat(cases.open(reference, zoe).messages()).hasSize(1);
        assertThat(cases.open(reference, zoe).attachments())
                .filteredOn("name", "photo.pdf")
                .hasSize(1);

        // the browser's back button shows the same form, in which another message is typed
        browser.post(path + "/messages", "message", "Bonsoir", "envoi", form.group(1));
        assertThat(cases.open(reference, zoe).messages()).extracting("text").containsExactly("Bonjour", "Bonsoir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0007b"})
    void aMessageThatCannotBeSentComesBack(String text) {
        var sent = browser.post(path + "/messages", "message", text);
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("href=\"#message\"", "id=\"message-erreur\"");
        assertThat(cases.open(reference, zoe).messages()).isEmpty();
    }

    @Test
    void aMegabyteOfMessageComesBackWhole() {
        var sent = browser.post(path + "/messages", "message", "long ".repeat(200_000));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("trop long").hasSizeGreaterThan(900_000);
    }

    @Test
    void aMessageWithARefusedFileKeepsItsText() {
        var sent = browser.postFiles(
                path + "/messages", Map.of("message", "Voici"), new Chosen("fichiers", "x.pdf", new byte[0]));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("ce fichier est vide", ">Voici</textarea>", "href=\"#fichiers\"");
    }

    @Test
    void aWrongMessageWithAFileSaysToChooseItAgain() {
        var sent = browser.postFiles(
                path + "/messages", Map.of("message", "a\u0007b"), new Chosen("fichiers", "x.pdf", new byte[] {1}));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("caractères invisibles", "Choisissez aussi votre fichier de nouveau.");
    }

    @Test
    void aMessageToAnEndedRequestSaysThatItIsNotSent() {
        cases.withdraw(reference, zoe);
        var sent = browser.post(path + "/messages", "message", "Encore un mot");
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("n’a pas été envoyé", "Encore un mot", "href=\"#messages\"");
    }

    @Test
    void aMessageOfTheServiceAfterTheDecisionCanBeAnswered() {
        handling.advance(cast.act(nadia, reference));
        decisions.accept(cast.act(nadia, reference));
        assertThat(browser.get(path).body()).doesNotContain("Écrire au service");
        handling.write(cast.act(nadia, reference), Message.of("Votre carte est prête."));
        assertThat(browser.get(path).body()).contains("Votre carte est prête.", "Écrire au service");
        assertThat(browser.post(path + "/messages", "message", "Je passe demain.")
                        .location())
                .isEqualTo(path + "#messages");
        assertThat(browser.get(path).body()).contains("Je passe demain.");
    }

    @Test
    void aDocumentAskedForIsSentFromTheThread() {
        ask("Carte grise");
        var page = browser.get(path).body();
        var request = cases.open(reference, zoe).awaited().getFirst().id();
        assertThat(page).contains("À vous&nbsp;: Carte grise", path + "/pieces/" + request);
        assertThat(browser.post(path + "/pieces/" + request).status()).isEqualTo(422);
        assertThat(browser.postFiles(
                                path + "/pieces/" + request, Map.of(), new Chosen("fichiers", "x.exe", new byte[20]))
                        .body())
                .contains("id=\"piece-" + request + "-erreur\"");
        var sent = browser.postFiles(
                path + "/pieces/" + request,
                Map.of(),
                new Chosen("fichiers", "recto.pdf", CaseCast.pdf("r")),
                new Chosen("fichiers", "verso.pdf", CaseCast.pdf("v")));
        assertThat(sent.location()).isEqualTo(path);
        assertThat(browser.get(path).body())
                .contains("Pièce envoyée", "recto.pdf", "verso.pdf")
                .doesNotContain("À vous&nbsp;:");
        var again = browser.postFiles(
                path + "/pieces/" + request, Map.of(), new Chosen("fichiers", "encore.pdf", CaseCast.pdf("e")));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("n’est plus attendue");
    }

    @Test
    void givingUpAsksFirst() {
        assertThat(browser.get(path + "/retrait").body()).contains("Oui, retirer ma demande");
        assertThat(browser.post(path + "/retrait").location()).isEqualTo(path);
        assertThat(browser.get(path).body())
                .contains("Retirée", "Demande retirée")
                .doesNotContain("Retirer ma demande");
        assertThat(browser.get(path + "/retrait").body()).contains("ne peut plus être retirée");
        assertThat(browser.post(path + "/retrait").location()).isEqualTo(path);
    }

    @Test
    void theResidentNeverSeesNotes() {
        handling.note(cast.act(nadia, reference), Message.of("Facture douteuse"));
        assertThat(browser.get(path).body()).doesNotContain("douteuse");
        assertThat(browser.get(path + "/consultations").body()).doesNotContain("douteuse");
    }

    @Test
    void theDecisionAndItsLetterAreThere() {
        handling.advance(cast.act(nadia, reference));
        decisions.refuse(cast.act(nadia, reference), "Le véhicule pèse plus de 3,5 tonnes.");
        var page = browser.get(path).body();
        assertThat(page).contains("Refusée", "Le véhicule pèse plus", "Courrier de décision", "refus-" + reference);
        assertThat(page).doesNotContain("sera acceptée", "Écrire au service");
        var letter = cases.open(reference, zoe).attachments().getLast().file();
        assertThat(browser.get(path + "/fichiers/" + letter).body()).startsWith("%PDF");
    }

    private void ask(String label) {
        handling.ask(
                cast.act(nadia, reference), label, "", French.day(Instant.now()).plusDays(15));
    }

    private static String shape(Page page) {
        return page.status()
                + page.header("Content-Type")
                + page.body().replaceAll("E-[0-9A-Z]+|name=\"_csrf\" value=\"[^\"]*\"", "…");
    }
}
