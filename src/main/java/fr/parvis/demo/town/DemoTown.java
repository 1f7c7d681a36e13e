package fr.parvis.demo.town;

import fr.parvis.casefiles.Pace;
import fr.parvis.identity.FranceConnectRegistration;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Viewer;
import fr.parvis.procedures.Procedures;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an empty database with the demo town, once, and says who can sign in. */
@Component
@Profile("demo")
@Order(0) // before anybody is introduced to its residents
class DemoTown implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTown.class);
    private static final int DECIDED = 152;
    private static final int UNDER_WAY = 44;
    private static final Duration PAST = Duration.ofDays(170);

    private final Cast cast;
    private final Resident resident;
    private final Colleague colleague;
    private final Procedures procedures;
    private final Pace pace;
    private final DemoClock clock;
    private final FranceConnectRegistration franceConnect;
    private final Settings settings;
    private final Random random = new Random(2026);
    private final Stories stories = new Stories(random);

    DemoTown(
            Cast cast,
            Resident resident,
            Colleague colleague,
            Procedures procedures,
            Pace pace,
            Clock clock,
            FranceConnectRegistration franceConnect,
            Settings settings) {
        this.cast = cast;
        this.resident = resident;
        this.colleague = colleague;
        this.procedures = procedures;
        this.pace = pace;
        this.clock = (DemoClock) clock;
        this.franceConnect = franceConnect;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!cast.isThere()) {
            LOG.info("Filling the demo town…");
            try {
                fill();
            } finally {
                clock.wake();
            }
        }
        welcome();
    }

    private void fill() {
        var now = clock.present();
        clock.tell(workingTime(now.minus(PAST).minus(Duration.ofDays(1))));
        cast.move();
        for (int i = 0; i < DECIDED; i++) {
            decided(now.minus(PAST)
                    .plus(PAST.minus(Duration.ofDays(12)).dividedBy(DECIDED).multipliedBy(i)));
        }
        pace.compute();
        for (int i = 0; i < UNDER_WAY; i++) {
            underWay(now.minus(Duration.ofHours(random.nextInt(5, 220))), i);
        }
        new FirstResident(cast, resident, colleague, stories, clock).live(now);
    }

    /** A case of the past, from filing to its end. */
    private void decided(Instant day) {
        var owner = anyResident();
        var slug = anyProcedure();
        var at = workingTime(day);
        var reference = file(owner, slug, at);
        if (random.nextInt(25) == 0) {
            clock.tell(at.plus(Duration.ofHours(30)));
            resident.withdraw(owner, reference);
            return;
        }
        var refused = random.nextInt(11) == 0;
        var steps = procedures.current(slug).orElseThrow().circuit().steps();
        for (int i = 0; i < steps.size(); i++) {
            var agent = anyAgent(steps.get(i).unit());
            at = later(at);
            clock.tell(at);
            if (i == 0) {
                colleague.take(agent, reference);
                at = askSometimes(agent, owner, reference, at);
                clock.tell(at);
            }
            if (i < steps.size() - 1) {
                colleague.advance(agent, reference);
            } else if (refused) {
                colleague.refuse(agent, reference);
            } else {
                colleague.accept(agent, reference);
            }
        }
    }

    /** A case still open: new, taken, at a later step, or waiting for its resident. */
    private void underWay(Instant day, int number) {
        var owner = anyResident();
        var slug = anyProcedure();
        var at = workingTime(day);
        var reference = file(owner, slug, at);
        var first = procedures.current(slug).orElseThrow().circuit().first();
        var agent = anyAgent(first.unit());
        clock.tell(at.plus(Duration.ofHours(2)));
        switch (number % 5) {
            case 1 -> colleague.take(agent, reference);
            case 2 -> colleague.advance(agent, reference);
            case 3 -> {
                colleague.take(agent, reference);
                colleague.ask(agent, reference);
            }
            case 4 -> {
                colleague.note(agent, reference, "Appelé ce matin, rappellera avec le numéro de dossier.");
                resident.write(owner, reference, "Bonjour, avez-vous bien reçu mes documents ? Merci d’avance.");
            }
            default -> {
                // new: nobody has looked at it
            }
        }
    }

    private Reference file(Viewer owner, String slug, Instant at) {
        clock.tell(at);
        return resident.file(owner, slug, stories.answers(slug, French.day(at)));
    }

    private Instant askSometimes(Viewer agent, Viewer owner, Reference reference, Instant at) {
        if (random.nextInt(5) != 0) {
            return at;
        }
        colleague.ask(agent, reference);
        var answered = workingTime(at.plus(Duration.ofDays(random.nextInt(2, 9))));
        clock.tell(answered);
        resident.answer(owner, reference);
        return later(answered);
    }

    private Instant later(Instant at) {
        return workingTime(at.plus(Duration.ofHours(random.nextInt(14, 46))));
    }

    /** The same day or the next one worked, at an hour of the town hall. */
    private Instant workingTime(Instant at) {
        var day = at.atZone(clock.getZone());
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        var time = day.with(LocalTime.of(random.nextInt(9, 17), random.nextInt(60)))
                .toInstant();
        return time.isAfter(clock.present()) ? at : time;
    }

    private Viewer anyResident() {
        return cast.residents().get(1 + random.nextInt(cast.residents().size() - 1));
    }

    private Viewer anyAgent(String unit) {
        List<Viewer> members = cast.agents(unit);
        return members.get(random.nextInt(members.size()));
    }

    private String anyProcedure() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> Stories.PARKING;
            case 4, 5, 6 -> Stories.BIRTH;
            default -> Stories.MOVING;
        };
    }

    private void welcome() {
        LOG.info(
                """
                Parvis is ready: {}
                    resident@parvis.example   a resident
                    agent@parvis.example      an agent of Stationnement
                    admin@parvis.example      the administrator
                    password of all three:    {}
                    e-mails sent:             {}
                    FranceConnect misbehaves: {}""",
                settings.url("/"),
                Cast.PASSWORD,
                settings.url("/demo/courriels"),
                franceConnect.registration().issuer().resolve("/_faults"));
    }
}
