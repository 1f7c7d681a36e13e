package fr.parvis.applications.cas;

import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Application;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Refusal;
import fr.parvis.applications.openid.PersonClaims;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a service, once, who came with a ticket (CAS 3.0, sections 2.4 to 2.8). */
@RestController
@RequestMapping("/cas")
@Access(Audience.EVERYBODY)
class ValidationController {

    private static final String NO_PROXY = "proxy tickets are not served";

    private final TicketTable tickets;
    private final EntryTable entries;
    private final Applications applications;
    private final Acquaintances acquaintances;
    private final PersonClaims people;
    private final ApplicationJournal journal;

    ValidationController(
            TicketTable tickets,
            EntryTable entries,
            Applications applications,
            Acquaintances acquaintances,
            PersonClaims people,
            ApplicationJournal journal) {
        this.tickets = tickets;
        this.entries = entries;
        this.applications = applications;
        this.acquaintances = acquaintances;
        this.people = people;
        this.journal = journal;
    }

    /** A question: is this ticket good, for this service? */
    record Question(String service, String ticket, boolean renew) {}

    /** CAS 1: two lines of text. */
    @GetMapping("/validate")
    ResponseEntity<String> validate(
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "false") boolean renew) {
        var text = switch (judge(new Question(service, ticket, renew))) {
            case Validation.Good(var user, var attributes) -> "yes\n" + user + "\n";
            case Validation.Bad bad -> "no\n\n";
        };
        return answer(MediaType.TEXT_PLAIN, text);
    }

    /** CAS 2, and CAS 3 with what the service may know of the person. */
    @GetMapping({"/serviceValidate", "/p3/serviceValidate", "/proxyValidate", "/p3/proxyValidate"})
    ResponseEntity<String> serviceValidate(
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "false") boolean renew,
            @RequestParam(defaultValue = "XML") String format) {
        var validation = judge(new Question(service, ticket, renew));
        return format.equalsIgnoreCase("JSON")
                ? answer(MediaType.APPLICATION_JSON, CasAnswers.json(validation))
                : answer(MediaType.APPLICATION_XML, CasAnswers.xml(validation));
    }

    /** A service that would speak to another in a person's name is told that it cannot here. */
    @GetMapping("/proxy")
    ResponseEntity<String> proxy() {
        return answer(MediaType.APPLICATION_XML, CasAnswers.noProxy(NO_PROXY));
    }

    private Validation judge(Question question) {
        if (question.service().isEmpty() || question.ticket().isEmpty()) {
            return new Validation.Bad("INVALID_REQUEST", "service and ticket are both required");
        }
        if (question.ticket().startsWith("PT-")) {
            return new Validation.Bad("INVALID_TICKET_SPEC", NO_PROXY);
        }
        var ticket = tickets.use(question.ticket());
        if (ticket.isEmpty()) {
            return new Validation.Bad("INVALID_TICKET", "unknown, expired or already used");
        }
        return judge(question, ticket.get());
    }

    private Validation judge(Question question, Ticket ticket) {
        var application = applications.find(ticket.application()).orElseThrow();
        if (!ticket.service().equals(question.service())) {
            return refused(
                    application,
                    "INVALID_SERVICE",
                    Refusal.SERVICE_DIFFERS,
                    "the ticket was given for another service");
        }
        if (question.renew() && !ticket.fresh()) {
            return refused(
                    application, "INVALID_TICKET", Refusal.NOT_FRESH, "the person did not sign in for this ticket");
        }
        return good(application, ticket)
                .map(good -> {
                    entries.insert(entry(question.ticket(), ticket));
                    return good;
                })
                .orElseGet(() ->
                        refused(application, "INVALID_TICKET", Refusal.WITHDRAWN, "the agreement was taken back"));
    }

    private Optional<Validation> good(Application application, Ticket ticket) {
        return acquaintances
                .find(application.id(), ticket.account())
                .filter(known -> !application.suspended() && known.agreedAt() != null)
                .flatMap(known -> people.of(ticket.account(), known, application.claims())
                        .map(claims -> new Validation.Good(known.sub(), Map.copyOf(claims))));
    }

    private static Entry entry(String name, Ticket ticket) {
        return new Entry(name, ticket.application(), ticket.account(), ticket.session(), ticket.service());
    }

    private Validation refused(Application application, String code, Refusal why, String reason) {
        journal.refuse(application.id(), code, why, "");
        return new Validation.Bad(code, reason);
    }

    private static ResponseEntity<String> answer(MediaType type, String body) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, java.nio.charset.StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
