package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.PartnerServer.Told;
import fr.parvis.partners.handover.Handover;
import fr.parvis.partners.intake.Takeover;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.testing.Browser.Chosen;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Standing.Move;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose turn it is in a case that a partner has, what the partner may read of it, and who goes on after the partner. */
@ParvisTest
class HandoverTurnTests extends HandoverStage {

    @Test
    void whatIsAskedAgainAndAgainIsWrittenOnceADay() {
        var reference = file();
        int before = cast.subjectsTo(zoe).size();
        var events = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> event(parking, reference, n, "case.action-required", asked("Pièce " + n)))
                .toList();

        parking.push(events);
        assertThat(cast.subjectsTo(zoe)).hasSize(before + 1).last().asString().startsWith("Pièce 40 – ");

        push(reference, 41, "case.action-required", asked("Pièce 40"));
        push(reference, 42, "case.step", Map.of("steps", Map.of("done", 1, "total", 2, "now", "Contrôle")));
        push(reference, 43, "case.action-required", asked("Pièce 40"));
        assertThat(cast.subjectsTo(zoe)).hasSize(before + 1);

        push(reference, 44, "case.action-required", asked("Autre pièce"));
        assertThat(cast.subjectsTo(zoe)).hasSize(before + 2);
        clock.pass(Duration.ofDays(1));
        push(reference, 45, "case.action-required", asked("Pièce 40"));
        assertThat(cast.subjectsTo(zoe)).hasSize(before + 3);
    }

    @Test
    void whatTheResidentSendsEndsTheirTurnUntilThePartnerAsksAgain() {
        var reference = file();
        var browser = cast.signedIn(zoe);
        var path = "/suivi/" + reference.value();
        push(reference, 1, "case.action-required", asked("Envoyez une photo"));
        assertThat(browser.get(path).body())
                .contains("À vous&nbsp;: Envoyez une photo", "href=\"#fichiers\"", ">Envoyer la pièce</button>")
                .containsSubsequence("id=\"fichiers\"", "id=\"message\"")
                .doesNotContain("Envoyer le message");

        var photo = new Chosen("fichiers", "photo.pdf", CaseCast.pdf("photo"));
        assertThat(browser.postFiles(path + "/messages", Map.of("message", ""), photo)
                        .location())
                .isEqualTo(path + "#messages");

        assertThat(standing(reference).move()).isEqualTo(Move.TOWN);
        assertThat(standing(reference).todo()).isNull();
        assertThat(browser.get(path).body())
                .contains("Envoyé, Parking Service regarde.", "photo.pdf</p>")
                .doesNotContain("À vous&nbsp;:");
        assertThat(desk.open(reference, nadia).handover())
                .extracting(Handover::awaited, Handover::answered)
                .containsExactly(null, true);
        var message = told(reference, 2).get(1);
        assertThat(message.data().path("text").asString()).isEqualTo("Pièce jointe\u00a0: photo.pdf");
        assertThat(message.data().path("documents").size()).isEqualTo(1);

        push(reference, 2, "case.action-required", asked("Envoyez une photo plus nette"));
        assertThat(standing(reference).move()).isEqualTo(Move.RESIDENT);
        residents.write(reference, zoe, Message.of("Je n’en ai pas d’autre."));
        assertThat(standing(reference).move()).isEqualTo(Move.TOWN);
    }

    @Test
    void aMessageThatNobodyAskedForLeavesTheThreadAsItIs() {
        var reference = file();
        residents.write(reference, zoe, Message.of("Une précision."));

        assertThat(ledger.events(reference)).hasSize(1);
        assertThat(standing(reference).nowDetail()).isEqualTo("Confiée à Parking Service.");
    }

    @Test
    void aPartnerReadsACaseAsLongAsItHasIt() {
        var reference = file();
        var path = "/api/v1/partenaires/dossiers/" + reference.value();
        assertThat(parking.get(path).body().path("answers").size()).isEqualTo(2);

        residents.withdraw(reference, zoe);

        var left = parking.get(path).body();
        assertThat(left.path("state").asString()).isEqualTo("withdrawn");
        assertThat(left.path("reference").asString()).isEqualTo(reference.value());
        assertThat(left.has("answers")).isFalse();
        assertThat(left.has("documents")).isFalse();
        assertThat(left.has("title")).isFalse();
    }

    @Test
    void aPartnerOnTrialIsHandedNobodysCase(@Autowired Sandboxes sandboxes) {
        sandboxes.add(parking.partner.id());
        var reference = file();

        assertThat(desk.open(reference, nadia).handover()).isNull();
        assertThat(desk.open(reference, nadia).journal())
                .anyMatch(entry -> entry.text().contains("Le service la traite"));
    }

    /** The partner keeps its name of the case and goes on counting, as the guide says; a document comes after the end. */
    @Test
    void aPartnerThatHasTwoStepsOfACaseEndsBoth() {
        var slug = parking.partner.slug();
        var reference = cast.file(zoe, procedure(slug, HANDLED.formatted(slug), 0, 1), FormAnswers.PARKING);
        push(reference, 1, "case.message", Map.of("detail", "Nous regardons."));
        push(reference, 2, "case.closed", Map.of());
        assertThat(desk.open(reference, nadia).handover())
                .extracting(Handover::step)
                .isEqualTo("decision");

        assertThat(push(reference, 3, "case.document-ready", Map.of("document", Map.of("name", "Le plan")))
                        .statuses())
                .containsExactly("applied");
        assertThat(push(reference, 4, "case.decided", Map.of("decision", Map.of("outcome", "ACCEPTED")))
                        .statuses())
                .containsExactly("applied");

        assertThat(desk.open(reference, nadia).handover()).isNull();
    }

    @Test
    void aSuccessorGoesOnWithTheCasesOfAPartner(@Autowired Takeover takeover) {
        var reference = file();
        push(reference, 1, "case.action-required", asked("Photo"));
        told(reference, 1);
        var newer = house.register("Nouveau stationnement", port);
        var successor = newer.partner.toldAt(server.address());
        partners.save(successor);

        assertThat(takeover.replace(parking.partner, successor)).isTrue();

        var opened = told(reference, 2).get(1);
        assertThat(opened.type()).isEqualTo("fr.parvis.handover.opened.v1");
        assertThat(opened.isSignedWith(partners.signingKeys(newer.partner.id()).getFirst()))
                .isTrue();
        assertThat(opened.data().path("answers").size()).isEqualTo(2);
        assertThat(newer.fetch(opened.data()
                                .path("documents")
                                .get(0)
                                .path("url")
                                .asString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(standing(reference).nowDetail()).isEqualTo("Confiée à Nouveau stationnement.");
        assertThat(standing(reference).todo()).isNull();
        assertThat(push(newer, reference, 1, "case.message", Map.of("detail", "Nous continuons."))
                        .statuses())
                .containsExactly("applied");
        assertThat(desk.open(file(), nadia).handover())
                .extracting(Handover::partner)
                .isEqualTo(newer.partner.id());
    }

    @Test
    void whatAPartnerWasNotToldYetIsToldToItsSuccessor(@Autowired Takeover takeover) {
        var reference = file();
        told(reference, 1);
        server.answerStatus(503);
        residents.write(reference, zoe, Message.of("Encore une précision."));
        told(reference, 2);
        server.answerStatus(204);
        var newer = house.register("Nouveau stationnement", port);
        var successor = newer.partner.toldAt(server.address());
        partners.save(successor);

        takeover.replace(parking.partner, successor);

        assertThat(told(reference, 4).subList(2, 4))
                .extracting(Told::type)
                .containsExactly("fr.parvis.handover.opened.v1", "fr.parvis.handover.message.v1");
    }
}
