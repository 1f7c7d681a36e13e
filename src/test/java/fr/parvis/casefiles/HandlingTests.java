package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.casefiles.Attachment.Origin;
import fr.parvis.casefiles.HandlingOutcome.Done;
import fr.parvis.casefiles.HandlingOutcome.Overtaken;
import fr.parvis.casefiles.HandlingOutcome.Refused;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.WorkingDays;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TimelineEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ParvisTest
class HandlingTests {

    @Autowired
    Handling handling;

    @Autowired
    CaseFiles residents;

    @Autowired
    Ledger ledger;

    @Autowired
    MovingClock clock;

    CaseCast cast;
    Viewer zoe;
    Viewer nadia;
    Reference reference;

    @BeforeEach
    void aParkingCardIsAskedFor(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
        nadia = cast.agent("stationnement");
        reference = cast.file(zoe, FormAnswers.PARKING);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void eachStepIsOnTheThreadWithWhoDidIt() {
        assertThat(handling.advance(act())).isInstanceOf(Done.class);
        assertThat(ledger.events(reference))
                .extracting(TimelineEvent::label, TimelineEvent::actor)
                .endsWith(org.assertj.core.groups.Tuple.tuple(
                        "Vérification de vos pièces", "Stationnement et déplacements, Nadia B."));
        var standing = ledger.find(reference).orElseThrow().standing();
        assertThat(standing.nowLabel()).isEqualTo("Décision");
        assertThat(standing.stepsDone()).isOne();
        assertThat(standing.upcoming()).isEmpty();
    }

    @Test
    void aStepOfAnotherUnitHandsTheCaseOverToItsAgents() {
        var moving = cast.file(zoe, FormAnswers.MOVING);
        var thomas = cast.agent("voirie");
        assertThat(handling.take(cast.act(thomas, moving))).isInstanceOf(Done.class);
        assertThat(handling.advance(cast.act(thomas, moving))).isInstanceOf(Done.class);
        assertThatThrownBy(() -> cast.act(thomas, moving)).isInstanceOf(NotFoundException.class);
        assertThat(handling.advance(cast.act(nadia, moving)))
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(done.file())
                                .returns("voirie", CaseFile::unit)
                                .returns("decision", CaseFile::step)
                                .returns(null, CaseFile::assignee));
    }

    @Test
    void aDocumentAskedForIsTheResidentsMoveAndStopsTheLegalClock() {
        var due = today().plusDays(15);
        assertThat(handling.ask(act(), "Carte grise", "Recto et verso.", due)).isInstanceOf(Done.class);
        var standing = ledger.find(reference).orElseThrow().standing();
        assertThat(standing.move()).isEqualTo(Move.RESIDENT);
        assertThat(standing.todo()).contains("Carte grise");
        assertThat(standing.todoDue()).isEqualTo(due);
        assertThat(file().status()).isEqualTo(CaseStatus.WAITING_RESIDENT);
        assertThat(file().legalDue()).isNull();
        assertThat(cast.subjectsTo(zoe)).last().asString().startsWith("Il manque une pièce");
        assertThat(cast.messagesTo(zoe)).contains("Carte grise", "Recto et verso.");
    }

    @Test
    void theDocumentSentGivesTheCaseBackToTheTown() {
        handling.ask(act(), "Carte grise", "", today().plusDays(15));
        clock.pass(Duration.ofDays(5));
        assertThat(residents.answer(reference, zoe, awaited(), List.of(cast.stored("grise.pdf"))))
                .isTrue();
        assertThat(file())
                .returns(CaseStatus.IN_PROGRESS, CaseFile::status)
                .returns(WorkingDays.after(today(), 2), CaseFile::dueOn)
                // where silence is acceptance the delay begins again once the file is complete (L114-5)
                .returns(today().plusMonths(2), CaseFile::legalDue);
        assertThat(file().waited())
                .isBetween(Duration.ofDays(5), Duration.ofDays(5).plusMinutes(5));
        var standing = ledger.find(reference).orElseThrow().standing();
        assertThat(standing.move()).isEqualTo(Move.TOWN);
        assertThat(standing.todo()).isNull();
        assertThat(own().attachments())
                .filteredOn(one -> one.origin() == Origin.REPLY)
                .extracting(Attachment::label)
                .containsExactly("Carte grise");
    }

    @Test
    void whereSilenceIsRejectionTheClockOnlyStandsStill() {
        reference = cast.file(zoe, FormAnswers.MOVING);
        nadia = cast.agent("voirie");
        var filed = today();
        handling.ask(act(), "Plan", "", today().plusDays(15));
        clock.pass(Duration.ofDays(5));
        residents.answer(reference, zoe, awaited(), List.of(cast.stored("plan.pdf")));
        assertThat(file().legalDue()).isEqualTo(filed.plusMonths(2).plusDays(5));
    }

    @Test
    void theCaseWaitsUntilEveryDocumentCame() {
        handling.ask(act(), "Carte grise", "", today().plusDays(15));
        handling.ask(act(), "Bail", "", today().plusDays(20));
        assertThat(own().awaited()).hasSize(2);
        residents.answer(reference, zoe, awaited(), List.of(cast.stored("grise.pdf")));
        assertThat(file().status()).isEqualTo(CaseStatus.WAITING_RESIDENT);
        assertThat(ledger.find(reference).orElseThrow().standing().todo()).contains("Bail");
        residents.answer(reference, zoe, awaited(), List.of(cast.stored("bail.pdf")));
        assertThat(file().status()).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void aDocumentNoLongerAwaitedIsNotKept() {
        handling.ask(act(), "Carte grise", "", today().plusDays(15));
        var request = awaited();
        handling.advance(act());
        var late = cast.stored("grise.pdf");
        assertThat(residents.answer(reference, zoe, request, List.of(late))).isFalse();
        assertThat(own().attachments()).extracting(Attachment::file).doesNotContain(late.id());
    }

    @Test
    void aRequestForADocumentSaysWhatIsWrongWithIt() {
        assertRefused(handling.ask(act(), " ", "", today().plusDays(15)), "label");
        assertRefused(handling.ask(act(), "x".repeat(100_000), "", today().plusDays(15)), "label");
        assertRefused(handling.ask(act(), "a\u0000b", "", today().plusDays(15)), "label");
        assertRefused(handling.ask(act(), "Bail", "x\u0007", today().plusDays(15)), "hint");
        assertRefused(handling.ask(act(), "Bail", "", today()), "due");
        assertRefused(handling.ask(act(), "Bail", "", LocalDate.MAX), "due");
        assertThat(own().awaited()).isEmpty();
    }

    @Test
    void theResidentMayGiveUpUntilItIsDecided() {
        handling.ask(act(), "Carte grise", "", today().plusDays(15));
        assertThat(residents.withdraw(reference, zoe)).isTrue();
        assertThat(file().status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(ledger.find(reference).orElseThrow().standing().state()).isEqualTo(State.DONE);
        assertThat(own().awaited()).isEmpty();
        assertThat(residents.withdraw(reference, zoe)).isFalse();
        assertThat(cast.subjectsTo(zoe)).last().asString().endsWith("est retirée");
        assertThat(handling.advance(act())).isInstanceOf(Overtaken.class);
    }

    @Test
    void messagesGoBothWaysWithTheirFilesAndNotesStayWithAgents(@Autowired OpenCases cases) {
        assertThat(residents.write(reference, zoe, Message.of("Bonjour", cast.stored("photo.pdf"))))
                .isTrue();
        handling.write(act(), Message.of("Bonjour Madame", cast.stored("plan.pdf")));
        handling.note(act(), Message.of("Facture douteuse"));
        handling.pass(act(), "voirie", "À voir avec Thomas");
        assertThat(own().messages()).extracting(JournalEntry::text).containsExactly("Bonjour", "Bonjour Madame");
        assertThat(own().attachments())
                .filteredOn(one -> one.origin() == Origin.MESSAGE)
                .extracting(Attachment::name)
                .containsExactlyInAnyOrder("photo.pdf", "plan.pdf");
        assertThat(cases.open(reference, cast.agent("voirie")).journal())
                .extracting(JournalEntry::text)
                .contains("Facture douteuse", "À voir avec Thomas");
        assertThat(cast.subjectsTo(zoe)).contains("Un message pour votre demande " + reference);
        assertThat(cast.messagesTo(zoe)).doesNotContain("Bonjour Madame");
    }

    @Test
    void nothingIsWrittenOnceItIsOver() {
        residents.withdraw(reference, zoe);
        var file = cast.stored("photo.pdf");
        assertThat(residents.write(reference, zoe, Message.of("Encore un mot", file)))
                .isFalse();
        assertThat(own().messages()).isEmpty();
    }

    @Test
    void aCasePassedOnIsTheOtherUnitsAlone() {
        handling.take(act());
        assertThat(handling.pass(act(), "voirie", "")).isInstanceOf(Done.class);
        assertThat(file()).returns("voirie", CaseFile::unit).returns(null, CaseFile::assignee);
        assertThatThrownBy(this::act).isInstanceOf(NotFoundException.class);
        nadia = cast.agent("voirie");
        assertRefused(handling.pass(act(), "voirie", ""), "unit");
        assertRefused(handling.pass(act(), "nulle-part", ""), "unit");
        assertRefused(handling.pass(act(), "stationnement", "\u0000"), "pourquoi");
    }

    @Test
    void passedOnWhileItWaitsItStillWaits() {
        handling.ask(act(), "Carte grise", "", today().plusDays(15));
        handling.pass(act(), "voirie", "");
        var standing = ledger.find(reference).orElseThrow().standing();
        assertThat(standing.move()).isEqualTo(Move.RESIDENT);
        assertThat(standing.todo()).contains("Carte grise");
    }

    @Test
    void aCaseIsTakenAndGivenBack() {
        handling.take(act());
        assertThat(file())
                .returns(nadia.account(), CaseFile::assignee)
                .returns("Nadia Belkacem", CaseFile::assigneeName);
        handling.release(act());
        assertThat(file().assignee()).isNull();
    }

    @Test
    void whoComesSecondIsToldWhatTheFirstDid() {
        var stale = act();
        var marc = cast.agent("stationnement", "Marc", "Tessier");
        handling.ask(cast.act(marc, reference), "Carte grise", "", today().plusDays(15));
        assertThat(handling.advance(stale))
                .isInstanceOfSatisfying(
                        Overtaken.class,
                        overtaken ->
                                assertThat(overtaken.news()).startsWith("Marc Tessier a demandé\u00a0: Carte grise, "));
        assertThat(file().step()).isEqualTo("verification");
    }

    @Test
    void theLastStepEndsWithADecisionOnly() {
        handling.advance(act());
        assertRefused(handling.advance(act()), "actions");
    }

    private void assertRefused(HandlingOutcome outcome, String field) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors().byField()).containsOnlyKeys(field));
    }

    private Act act() {
        return cast.act(nadia, reference);
    }

    private CaseFile file() {
        return own().file();
    }

    private CaseFiles.OwnCase own() {
        return residents.open(reference, zoe);
    }

    private java.util.UUID awaited() {
        return own().awaited().getFirst().id();
    }

    private LocalDate today() {
        return French.day(clock.instant());
    }
}
