package fr.parvis.demo.town;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import java.time.Duration;
import java.time.Instant;

/** The life of the resident that anybody can sign in as: something in each part of "Mon fil". */
final class FirstResident {

    private final Cast cast;
    private final Resident resident;
    private final Colleague colleague;
    private final Stories stories;
    private final DemoClock clock;

    FirstResident(Cast cast, Resident resident, Colleague colleague, Stories stories, DemoClock clock) {
        this.cast = cast;
        this.resident = resident;
        this.colleague = colleague;
        this.stories = stories;
        this.clock = clock;
    }

    void live(Instant now) {
        birthCertificateReceived(now.minus(Duration.ofDays(20)));
        documentAsked(now.minus(Duration.ofDays(4)));
        movingUnderWay(now.minus(Duration.ofDays(2)));
        file(Stories.LETTER, now.minus(Duration.ofHours(5)));
        clock.tell(now.minus(Duration.ofHours(3)));
        var zoe = cast.firstResident();
        resident.begin(zoe, Stories.BIRTH, stories.answers(Stories.BIRTH, French.day(now)), 3);
    }

    private void birthCertificateReceived(Instant at) {
        var agent = cast.agents("etat-civil").getFirst();
        var reference = file(Stories.BIRTH, at);
        clock.tell(at.plus(Duration.ofHours(20)));
        colleague.advance(agent, reference);
        clock.tell(at.plus(Duration.ofHours(44)));
        colleague.accept(agent, reference);
    }

    private void documentAsked(Instant at) {
        var nadia = cast.agents("stationnement").getFirst();
        var reference = file(Stories.PARKING, at);
        clock.tell(at.plus(Duration.ofHours(13)));
        colleague.take(nadia, reference);
        colleague.write(
                nadia,
                reference,
                "Bonjour, votre facture date de mars. Une facture d’énergie ou de téléphone récente convient.");
        clock.tell(at.plus(Duration.ofHours(13)).plusSeconds(90));
        colleague.ask(nadia, reference);
    }

    private void movingUnderWay(Instant at) {
        var reference = file(Stories.MOVING, at);
        clock.tell(at.plus(Duration.ofHours(18)));
        colleague.advance(cast.agents("voirie").getFirst(), reference);
    }

    private Reference file(String slug, Instant at) {
        clock.tell(at);
        return resident.file(cast.firstResident(), slug, stories.answers(slug, French.day(at)));
    }
}
