package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.WorkingDays;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.TimelineEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What the calendar does by itself. */
@ParvisTest
class DeadlinesTests {

    @Autowired
    Silence silence;

    @Autowired
    Lapses lapses;

    @Autowired
    Handling handling;

    @Autowired
    CaseFiles residents;

    @Autowired
    Drafts drafts;

    @Autowired
    Ledger ledger;

    @Autowired
    MovingClock clock;

    CaseCast cast;
    Viewer zoe;

    @BeforeEach
    void zoeIsThere(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void silenceDecidesOnTheDayAfterTheDelayAndNotBefore() {
        var reference = cast.file(zoe, FormAnswers.PARKING);
        var last = today().plusMonths(2);
        moveTo(last);
        silence.decide();
        assertThat(file(reference).status()).isEqualTo(CaseStatus.IN_PROGRESS);
        moveTo(last.plusDays(1));
        silence.decide();
        assertThat(file(reference))
                .returns(CaseStatus.ACCEPTED, CaseFile::status)
                .returns(true, CaseFile::implicit);
        assertThat(ledger.events(reference)).last().satisfies(event -> {
            assertThat(event.label()).isEqualTo("Demande acceptée, faute de réponse");
            assertThat(event.detail()).contains("attestation");
        });
        assertThat(cast.messagesTo(zoe)).contains("elle est acceptée").doesNotContain("avec son courrier");
    }

    @Test
    void silenceOnAMoveIsARejection() {
        var reference = cast.file(zoe, FormAnswers.MOVING);
        moveTo(today().plusMonths(2).plusDays(1));
        silence.decide();
        assertThat(file(reference))
                .returns(CaseStatus.REFUSED, CaseFile::status)
                .returns(true, CaseFile::implicit);
        assertThat(cast.messagesTo(zoe)).contains("elle est refusée", "tribunal administratif");
    }

    @Test
    void silenceMeansNothingForABirthCertificate() {
        var reference = cast.file(zoe, FormAnswers.BIRTH);
        moveTo(today().plusYears(1));
        silence.decide();
        assertThat(file(reference).status()).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void silenceDoesNotDecideWhileADocumentIsAwaited() {
        var reference = cast.file(zoe, FormAnswers.PARKING);
        ask(reference, "Carte grise", 60);
        moveTo(today().plusDays(59));
        clock.pass(Duration.ofDays(1));
        silence.decide();
        assertThat(file(reference).status()).isEqualTo(CaseStatus.WAITING_RESIDENT);
    }

    @Test
    void silenceDecidedTwiceIsToldOnce() {
        var reference = cast.file(zoe, FormAnswers.PARKING);
        moveTo(today().plusMonths(3));
        silence.decide();
        silence.decide();
        assertThat(ledger.events(reference))
                .extracting(TimelineEvent::label)
                .containsOnlyOnce("Demande acceptée, faute de réponse");
    }

    @Test
    void aDocumentThatDidNotComeGivesTheCaseBackToTheTown() {
        var reference = cast.file(zoe, FormAnswers.PARKING);
        ask(reference, "Carte grise", 10);
        moveTo(today().plusDays(10));
        lapses.resume();
        assertThat(file(reference).status()).as("the last day").isEqualTo(CaseStatus.WAITING_RESIDENT);
        moveTo(today().plusDays(1));
        lapses.resume();
        assertThat(file(reference))
                .returns(CaseStatus.IN_PROGRESS, CaseFile::status)
                .returns(today().plusMonths(2), CaseFile::legalDue)
                .returns(WorkingDays.after(today(), 2), CaseFile::dueOn);
        assertThat(ledger.find(reference).orElseThrow().standing().move()).isEqualTo(Move.TOWN);
        assertThat(ledger.events(reference).getLast().label()).isEqualTo("Pièce non reçue à la date demandée");
    }

    @Test
    void aDocumentStillInTimeIsStillAwaited() {
        var reference = cast.file(zoe, FormAnswers.PARKING);
        ask(reference, "Carte grise", 5);
        ask(reference, "Bail", 30);
        moveTo(today().plusDays(6));
        lapses.resume();
        assertThat(residents.open(reference, zoe).awaited())
                .extracting(DocumentRequest::label)
                .containsExactly("Bail");
        assertThat(file(reference).status()).isEqualTo(CaseStatus.WAITING_RESIDENT);
        assertThat(ledger.find(reference).orElseThrow().standing().todo()).contains("Bail");
        residents.answer(
                reference,
                zoe,
                residents.open(reference, zoe).awaited().getFirst().id(),
                List.of(cast.stored("bail.pdf")));
        assertThat(file(reference).status()).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void aDraftLeftForNinetyDaysIsErased() {
        cast.fill(zoe, FormAnswers.PARKING);
        clock.pass(Duration.ofDays(89));
        lapses.eraseOldDrafts();
        assertThat(drafts.find(zoe, FormAnswers.PARKING)).isPresent();
        clock.pass(Duration.ofDays(2));
        lapses.eraseOldDrafts();
        assertThat(drafts.find(zoe, FormAnswers.PARKING)).isEmpty();
    }

    private void ask(Reference reference, String label, int days) {
        var outcome = handling.ask(cast.act(cast.agent("stationnement"), reference), label, "", today().plusDays(days));
        assertThat(outcome).isInstanceOf(HandlingOutcome.Done.class);
    }

    private CaseFile file(Reference reference) {
        return residents.open(reference, zoe).file();
    }

    private void moveTo(LocalDate day) {
        clock.pass(Duration.ofDays(ChronoUnit.DAYS.between(today(), day)));
    }

    private LocalDate today() {
        return French.day(clock.instant());
    }
}
