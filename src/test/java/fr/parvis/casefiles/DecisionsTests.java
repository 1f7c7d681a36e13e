package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.casefiles.Attachment.Origin;
import fr.parvis.casefiles.HandlingOutcome.Done;
import fr.parvis.casefiles.HandlingOutcome.Overtaken;
import fr.parvis.casefiles.HandlingOutcome.Refused;
import fr.parvis.documents.Documents;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ParvisTest
class DecisionsTests {

    private static final String REASONS =
            "L’arrêté municipal réserve la carte aux véhicules de moins de 3,5 tonnes ; le vôtre en pèse 5.";

    @Autowired
    Handling handling;

    @Autowired
    Decisions decisions;

    @Autowired
    CaseFiles residents;

    @Autowired
    Documents documents;

    @Autowired
    Ledger ledger;

    CaseCast cast;
    Viewer zoe;

    @BeforeEach
    void zoeIsThere(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident("Zoé", "Lefèvre-Ñandú");
    }

    @ParameterizedTest
    @CsvSource({
        FormAnswers.PARKING + ", stationnement, est accordée",
        FormAnswers.BIRTH + ", etat-civil, est établi",
        FormAnswers.MOVING + ", voirie, est accordée"
    })
    void anAcceptedRequestHasItsLetter(String procedure, String unit, String words) throws IOException {
        var reference = atDecision(procedure);
        assertThat(decisions.accept(cast.act(cast.agent(unit), reference))).isInstanceOf(Done.class);
        assertThat(letter(reference))
                .contains(words, reference.value(), "Zoé Lefèvre-Ñandú")
                .contains(
                        "Nadia Belkacem",
                        "Instructrice",
                        French.date(Instant.now()).replace('\u00a0', ' '))
                .doesNotContain("Vos recours", "{");
        assertThat(ledger.find(reference).orElseThrow().standing())
                .returns(State.DONE, standing -> standing.state())
                .returns(Move.NOBODY, standing -> standing.move())
                .returns("Acceptée", standing -> standing.headline());
        assertThat(cast.subjectsTo(zoe)).last().isEqualTo("Réponse à votre demande " + reference);
    }

    /** CRPA L211-5 and L212-1, CJA R421-5: who decides, in what quality, why, and how to contest it. */
    @ParameterizedTest
    @CsvSource({
        FormAnswers.PARKING + ", stationnement, tribunal administratif",
        FormAnswers.BIRTH + ", etat-civil, tribunal judiciaire",
        FormAnswers.MOVING + ", voirie, tribunal administratif"
    })
    void aRefusedRequestHasItsReasonsAndRemedies(String procedure, String unit, String remedy) throws IOException {
        var reference = atDecision(procedure);
        assertThat(decisions.refuse(cast.act(cast.agent(unit), reference), REASONS))
                .isInstanceOf(Done.class);
        assertThat(letter(reference))
                .contains("Raisons de la décision", REASONS, "Vos recours", remedy)
                .contains("Nadia Belkacem", "Instructrice", "dispensée de signature");
        assertThat(ledger.events(reference).getLast().detail()).isEqualTo(REASONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Non.", "Trop court", "Une raison avec un caractère \u0000 caché"})
    void aRefusalSaysWhy(String reasons) {
        var reference = atDecision(FormAnswers.PARKING);
        assertThat(decisions.refuse(cast.act(cast.agent("stationnement"), reference), reasons))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors().byField()).containsOnlyKeys("reasons"));
        assertThat(status(reference)).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void aDecisionIsNotTakenBeforeItsStep() {
        var reference = cast.file(zoe, FormAnswers.PARKING);
        var nadia = cast.agent("stationnement");
        assertThat(decisions.accept(cast.act(nadia, reference))).isInstanceOf(Refused.class);
        assertThat(decisions.refuse(cast.act(nadia, reference), REASONS)).isInstanceOf(Refused.class);
        assertThat(status(reference)).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void reasonsThatLookLikeMarkupAreWords() throws IOException {
        var reference = atDecision(FormAnswers.PARKING);
        var reasons = "Article 3 & suivants <b>de l’arrêté</b> {reference} : \u202eà l’envers\n\nSecond paragraphe.";
        decisions.refuse(cast.act(cast.agent("stationnement"), reference), reasons);
        assertThat(letter(reference)).contains("Article 3 & suivants <b>de l’arrêté</b> {reference}");
    }

    @Test
    void ofAgentsDecidingAtOnceOneDecides() throws Exception {
        var reference = atDecision(FormAnswers.PARKING);
        var acts = IntStream.range(0, 6)
                .mapToObj(n -> cast.act(cast.agent("stationnement"), reference))
                .toList();
        try (var pool = Executors.newFixedThreadPool(6)) {
            var outcomes = pool.invokeAll(IntStream.range(0, 6)
                    .<Callable<HandlingOutcome>>mapToObj(n ->
                            () -> n % 2 == 0 ? decisions.accept(acts.get(n)) : decisions.refuse(acts.get(n), REASONS))
                    .toList());
            int done = 0;
            for (var outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOfAny(Done.class, Overtaken.class);
                done += outcome.get() instanceof Done ? 1 : 0;
            }
            assertThat(done).isOne();
        }
        assertThat(letters(reference)).hasSize(1);
        assertThat(cast.subjectsTo(zoe))
                .filteredOn(subject -> subject.startsWith("Réponse"))
                .hasSize(1);
    }

    private CaseStatus status(Reference reference) {
        return residents.open(reference, zoe).file().status();
    }

    private Reference atDecision(String procedure) {
        var reference = cast.file(zoe, procedure);
        for (var step : residents.open(reference, zoe).procedure().circuit().steps()) {
            if (!step.key()
                    .equals(residents
                            .open(reference, zoe)
                            .procedure()
                            .circuit()
                            .steps()
                            .getLast()
                            .key())) {
                assertThat(handling.advance(cast.act(cast.agent(step.unit()), reference)))
                        .isInstanceOf(Done.class);
            }
        }
        return reference;
    }

    private List<Attachment> letters(Reference reference) {
        return residents.open(reference, zoe).attachments().stream()
                .filter(file -> file.origin() == Origin.DECISION)
                .toList();
    }

    private String letter(Reference reference) throws IOException {
        var letters = letters(reference);
        assertThat(letters).hasSize(1);
        try (var pdf = Loader.loadPDF(documents.read(letters.getFirst().file()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\\u00a0]+", " ");
        }
    }
}
