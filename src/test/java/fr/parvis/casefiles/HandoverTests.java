package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.casefiles.HandlingOutcome.Done;
import fr.parvis.casefiles.HandlingOutcome.Refused;
import fr.parvis.kernel.French;
import fr.parvis.partners.calls.Call;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.TimelineEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case filed here goes on at a partner's for a step, and comes back. */
@ParvisTest
class HandoverTests extends HandoverStage {

    @Test
    void aCaseThatIsFiledIsHandedOverWithWhatTheStepShares() {
        var reference = file();

        var opened = told(reference, 1).getFirst();
        assertThat(opened.type()).isEqualTo("fr.parvis.handover.opened.v1");
        assertThat(opened.data().path("reference").asString()).isEqualTo(reference.value());
        assertThat(opened.data().path("task").asString()).isEqualTo("Vérification des pièces");
        assertThat(opened.data().path("answers").values())
                .extracting(answer -> answer.path("key").asString())
                .containsExactly("immatriculation", "carte_grise");
        assertThat(opened.data().path("documents").values())
                .extracting(document -> document.path("name").asString())
                .singleElement()
                .asString()
                .startsWith("carte");
        assertThat(new String(opened.body(), StandardCharsets.UTF_8))
                .doesNotContain("Merlin-de-Thionville")
                .doesNotContain("06 39 98");
        assertThat(standing(reference).nowDetail()).isEqualTo("Confiée à Parking Service.");
    }

    @Test
    void documentsAreFetchedByLinksOfAQuarterOfAnHour() {
        var reference = file();
        var link = told(reference, 1)
                .getFirst()
                .data()
                .path("documents")
                .get(0)
                .path("url")
                .asString();
        var other = house.register("Médiathèque", port);

        var fetched = parking.fetch(link);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(new String(fetched.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(other.fetch(link).statusCode()).isEqualTo(404);
        assertThat(parking.fetch(link + "x").statusCode()).isEqualTo(404);
        assertThat(cast.signedIn(zoe).get(link.substring(link.indexOf("/api"))).status())
                .isEqualTo(401);

        await().untilAsserted(() -> assertThat(calls.newest(parking.partner.id(), false, 20))
                .extracting(Call::path)
                .contains("/api/v1/partenaires/documents/…")
                .noneMatch(link::endsWith));

        clock.pass(Duration.ofMinutes(16));
        assertThat(parking.fetch(link).statusCode()).isEqualTo(404);
        var renewed = documentLink(reference);
        assertThat(parking.fetch(renewed).statusCode()).isEqualTo(200);
        assertThat(other.get("/api/v1/partenaires/dossiers/" + reference.value())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatThePartnerTellsMovesOurCase() {
        var reference = file();
        assertThat(push(reference, 1, "case.opened", Map.of("title", "Carte")).statuses())
                .containsExactly("applied");
        push(reference, 2, "case.message", Map.of("detail", "Nous regardons votre carte grise."));

        assertThat(ledger.feed(zoe.account())).hasSize(1);
        assertThat(ledger.events(reference))
                .extracting(TimelineEvent::label)
                .containsExactly("Demande déposée", "Demande reçue par Parking Service", "Message");
        assertThat(standing(reference).move()).isEqualTo(Move.TOWN);

        push(
                reference,
                3,
                "case.action-required",
                Map.of("todo", Map.of("kind", "DOCUMENT", "label", "Photo du pare-brise", "before", "2027-01-15")));
        var asked = standing(reference);
        assertThat(asked.move()).isEqualTo(Move.RESIDENT);
        assertThat(asked.headline()).isEqualTo("À vous");
        assertThat(asked.todo()).isEqualTo("Photo du pare-brise");
        assertThat(asked.todoDue()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(cast.subjectsTo(zoe))
                .last()
                .asString()
                .startsWith("Photo du pare-brise avant le")
                .contains("janvier 2027");
        assertThat(cast.signedIn(zoe).get("/suivi/" + reference.value()).body())
                .contains("À vous&nbsp;: Photo du pare-brise", "avant le", "Confiée à");
        assertThat(cast.signedIn(nadia)
                        .get("/bureau/dossiers/" + reference.value())
                        .body())
                .contains("Il attend de l’usager\u00a0: Photo du pare-brise", "Nous regardons votre carte grise.");

        push(reference, 4, "case.step", Map.of("steps", Map.of("done", 1, "total", 2, "now", "Contrôle")));
        assertThat(standing(reference).move()).isEqualTo(Move.TOWN);
    }

    @Test
    void eventsOfOurCaseAreAppliedInTheirOrder() {
        var reference = file();

        assertThat(push(reference, 2, "case.message", Map.of("detail", "la suite"))
                        .statuses())
                .containsExactly("waiting");
        assertThat(push(reference, 1, "case.message", Map.of("detail", "le début"))
                        .statuses())
                .containsExactly("applied");

        assertThat(ledger.events(reference)).extracting(TimelineEvent::detail).endsWith("le début", "la suite");
    }

    @Test
    void theDecisionOfAPartnerEndsTheStepAndAnAgentSigns() {
        var reference = file();
        push(
                reference,
                1,
                "case.decided",
                Map.of("decision", Map.of("outcome", "ACCEPTED"), "detail", "Véhicule en règle."));

        var open = desk.open(reference, nadia);
        assertThat(open.file().status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(open.file().step()).isEqualTo("decision");
        assertThat(open.handover()).isNull();
        assertThat(open.journal())
                .extracting(entry -> entry.authorName() + " " + entry.text())
                .contains("Parking Service a terminé sa part\u00a0: avis favorable. Véhicule en règle.");
        assertThat(cast.signedIn(nadia)
                        .get("/bureau/dossiers/" + reference.value())
                        .body())
                .containsSubsequence(
                        "Étape&nbsp;:",
                        "Parking Service a terminé sa part\u00a0: avis favorable.",
                        "<p class=\"written\">Véhicule en règle.</p>",
                        "La demande</h2>");
        assertThat(push(reference, 2, "case.message", Map.of("detail", "trop tard"))
                        .fault())
                .isEqualTo("not-handed-over");
        assertThat(standing(reference).nowDetail()).isNull();
    }

    @Test
    void aPartnerThatDecidesDecides() {
        var reference = decidedThere();
        push(reference, 1, "case.decided", Map.of("decision", Map.of("outcome", "ACCEPTED")));

        var own = residents.open(reference, zoe);
        assertThat(own.file().status()).isEqualTo(CaseStatus.ACCEPTED);
        assertThat(own.attachments()).extracting(Attachment::origin).contains(Attachment.Origin.DECISION);
    }

    /** A refusal says why (CRPA L211-5): without reasons an agent has to. */
    @Test
    void aPartnerRefusesOnlyWithReasons() {
        var bare = decidedThere();
        push(bare, 1, "case.decided", Map.of("decision", Map.of("outcome", "REFUSED")));
        assertThat(residents.open(bare, zoe).file().status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(desk.open(bare, nadia).handover()).isNull();

        var reasoned = decidedThere();
        var reasons = "Article 3 du règlement\u00a0: le véhicule est immatriculé ailleurs.";
        push(reasoned, 1, "case.decided", Map.of("decision", Map.of("outcome", "REFUSED"), "detail", reasons));
        assertThat(residents.open(reasoned, zoe).file().status()).isEqualTo(CaseStatus.REFUSED);
    }

    @Test
    void whatTheResidentWritesAndSendsGoesToThePartner() {
        var reference = file();
        residents.write(reference, zoe, Message.of("Voici la photo.", cast.stored("photo.pdf")));

        var message = told(reference, 2).get(1);
        assertThat(message.type()).isEqualTo("fr.parvis.handover.message.v1");
        assertThat(message.data().path("text").asString()).isEqualTo("Voici la photo.");
        assertThat(parking.fetch(message.data()
                                .path("documents")
                                .get(0)
                                .path("url")
                                .asString())
                        .statusCode())
                .isEqualTo(200);

        handling.ask(
                cast.act(nadia, reference),
                "Bail",
                "",
                French.day(clock.instant()).plusDays(9));
        var request = residents.open(reference, zoe).awaited().getFirst().id();
        residents.answer(reference, zoe, request, List.of(cast.stored("bail.pdf")));

        var added = told(reference, 3).get(2);
        assertThat(added.type()).isEqualTo("fr.parvis.handover.document-added.v1");
        assertThat(added.data().path("documents").get(0).path("label").asString())
                .isEqualTo("Bail");
    }

    @Test
    void thePartnerIsToldThatTheResidentGivesUp() {
        var reference = file();
        var link = documentLink(reference);
        residents.withdraw(reference, zoe);

        assertThat(told(reference, 2).get(1).type()).isEqualTo("fr.parvis.handover.withdrawn.v1");
        assertThat(told(reference, 2).get(1).data().path("reason").asString()).isEqualTo("withdrawn");
        assertThat(parking.fetch(link).statusCode()).isEqualTo(404);
        assertThat(push(reference, 1, "case.message", Map.of("detail", "?")).fault())
                .isEqualTo("not-handed-over");
    }

    @Test
    void anAgentTakesTheCaseBackOnTheDesk() {
        var reference = file();
        var browser = cast.signedIn(nadia);
        var path = "/bureau/dossiers/" + reference.value();
        var page = browser.get(path).body();
        assertThat(page).contains("Chez Parking Service depuis le", "Reprendre le dossier");
        assertThat(page).doesNotContain("Pièces conformes").doesNotContain("Prendre le dossier");
        var search = "/bureau/recherche?q=" + reference.value();
        assertThat(browser.get(search).body()).contains("chez Parking Service");
        var version = String.valueOf(desk.open(reference, nadia).file().version());

        assertThat(browser.post(path + "/reprise", "version", version).status()).isEqualTo(303);

        assertThat(browser.get(path).body())
                .doesNotContain("Chez Parking Service")
                .contains("Pièces conformes", "Prendre le dossier");
        assertThat(browser.get(search).body()).doesNotContain("chez Parking Service");
        assertThat(told(reference, 2).get(1).data().path("reason").asString()).isEqualTo("taken-back");
        assertThat(residents.open(reference, zoe).file().step()).isEqualTo("verification");
        residents.write(reference, zoe, Message.of("À la ville seulement."));
        assertThat(partnerCases.takeBack(cast.act(nadia, reference))).isInstanceOf(Refused.class);
        assertThat(handling.advance(cast.act(nadia, reference))).isInstanceOf(Done.class);
        assertThat(server.told(reference.value())).hasSize(2);
    }

    @Test
    void aCaseThatAPartnerHasIsToBeDoneOnceSomethingNewCame(@Autowired JdbcClient jdbc) {
        var reference = file();
        jdbc.sql("update casefiles.case_file set due_on = '2000-01-01' where reference = :reference")
                .param("reference", reference.value())
                .update();
        var browser = cast.signedIn(nadia);

        assertThat(browser.get("/bureau").body()).doesNotContain(reference.value());
        assertThat(browser.get("/bureau/chez-un-partenaire").body())
                .contains("<h1>Chez un partenaire</h1>", reference.value(), "chez Parking Service");

        residents.write(reference, zoe, Message.of("Une précision."));
        assertThat(browser.get("/bureau").body()).contains(reference.value());

        desk.open(reference, nadia);
        partnerCases.takeBack(cast.act(nadia, reference));
        assertThat(browser.get("/bureau/chez-un-partenaire").body()).doesNotContain(reference.value());
    }

    @Test
    void theNextCaseForAnAgentIsNoneThatAPartnerHas(@Autowired JdbcClient jdbc) {
        var reference = file();
        var first = jdbc.sql(
                        "update casefiles.case_file set due_on = '2000-01-01', assignee = null, assignee_name = null"
                                + " where reference = :reference")
                .param("reference", reference.value());
        var browser = cast.signedIn(nadia);
        var path = "/bureau/dossiers/" + reference.value();

        first.update();
        assertThat(browser.post("/bureau/suivante").location()).isNotEqualTo(path);
        partnerCases.takeBack(cast.act(nadia, reference));
        first.update();
        assertThat(browser.post("/bureau/suivante").location()).isEqualTo(path);
    }

    @Test
    void noPartnerSpeaksOfACaseThatAnotherHas() {
        var reference = file();
        var other = house.register("Médiathèque", port);

        assertThat(push(other, reference, 1, "case.message", Map.of("detail", "Bonjour"))
                        .fault())
                .isEqualTo("not-handed-over");
        assertThat(ledger.events(reference)).hasSize(1);
    }

    /** The request is its owner's, whoever else is linked to the same person there, and whether or not they stay linked. */
    @Test
    void aRequestNeedsNoLinkAndNobodyElseFollowsIt() {
        var paul = cast.resident("Paul", "Arnaud");
        house.link(parking, zoe.account(), "USAGER-1");
        house.link(parking, paul.account(), "USAGER-1");
        var reference = file();
        assertThat(push(reference, 2, "case.message", Map.of("detail", "la suite"))
                        .statuses())
                .containsExactly("waiting");
        push(reference, 1, "case.message", Map.of("detail", "le début"));
        push(reference, 4, "case.message", Map.of("detail", "la fin"));

        links.unlink(zoe.account(), links.of(zoe.account()).getFirst().id());

        assertThat(push(reference, 3, "case.message", Map.of("detail", "encore"))
                        .statuses())
                .containsExactly("applied");
        assertThat(ledger.events(reference))
                .extracting(TimelineEvent::detail)
                .endsWith("le début", "la suite", "encore", "la fin");
        assertThat(ledger.feed(zoe.account())).hasSize(1);
        assertThat(ledger.feed(paul.account())).isEmpty();
    }

    @Test
    void withoutThePartnerTheUnitHandlesTheStep() {
        var reference =
                cast.file(zoe, procedure("inconnu", HANDLED.formatted("personne-de-ce-nom"), 0), FormAnswers.PARKING);

        assertThat(desk.open(reference, nadia).handover()).isNull();
        assertThat(desk.open(reference, nadia).journal())
                .anyMatch(entry -> entry.text().contains("Le service la traite"));
        assertThat(handling.advance(cast.act(nadia, reference))).isInstanceOf(Done.class);
    }
}
