package fr.parvis.partners.intake;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.MachineEndpoints;
import fr.parvis.partners.Partner;
import fr.parvis.partners.api.Bodies;
import fr.parvis.partners.api.CallNote;
import fr.parvis.partners.api.CallNote.Tally;
import fr.parvis.partners.api.Caller;
import fr.parvis.partners.api.Hurdle;
import fr.parvis.partners.api.ProblemException;
import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.intake.Verdict.Status;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where partners push events: one (CloudEvents, JSON format) or many (JSON batch format). For the partner's program. */
@RestController
@Access(Audience.EVERYBODY)
class PushController {

    static final String PATH = "/api/v1/evenements";

    /** No form of ours posts there: a wrong address is answered like any other call. */
    private static final String EVERYTHING = "/api/**";

    private static final String ONE = "application/cloudevents+json";
    private static final String MANY = "application/cloudevents-batch+json";
    private static final int MOST = 1_000;

    private final Caller caller;
    private final EventIntake intake;
    private final Hurdle hurdle;

    PushController(Caller caller, EventIntake intake, Hurdle hurdle) {
        this.caller = caller;
        this.intake = intake;
        this.hurdle = hurdle;
    }

    @Bean
    static MachineEndpoints partnerEndpoints() {
        return MachineEndpoints.of(EVERYTHING);
    }

    /** What became of the events pushed, in their order. */
    record Answer(List<Line> events) {}

    /** What became of one event. */
    record Line(
            @Nullable String id, String status, @Nullable Fault fault) {

        static Line of(Verdict verdict) {
            return new Line(verdict.id(), verdict.status().name().toLowerCase(java.util.Locale.ROOT), verdict.fault());
        }
    }

    @PostMapping(PATH)
    ResponseEntity<Object> push(HttpServletRequest request) throws IOException, ProblemException {
        var partner = caller.identify(request);
        var body = Bodies.read(request);
        caller.check(partner, request, body);
        var type = type(request);
        if (type.equals(ONE)) {
            return one(receive(partner, List.of(Bodies.tree(body)), request).getFirst());
        }
        if (type.equals(MANY)) {
            return answer(receive(partner, batch(body), request));
        }
        throw new ProblemException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, "bad-type", "Le Content-Type est " + ONE + " ou " + MANY + ".");
    }

    /** The media type without its parameters; empty when it is none. */
    private static String type(HttpServletRequest request) {
        try {
            var type = MediaType.parseMediaType(Objects.requireNonNullElse(request.getContentType(), ""));
            return type.getType() + "/" + type.getSubtype();
        } catch (InvalidMediaTypeException none) {
            return "";
        }
    }

    private List<Verdict> receive(Partner partner, List<JsonNode> events, HttpServletRequest request)
            throws ProblemException {
        hurdle.pass(partner, events);
        var verdicts = intake.receive(partner, events);
        CallNote.of(request)
                .judged(new Tally(
                        count(verdicts, Status.APPLIED),
                        count(verdicts, Status.DUPLICATE),
                        count(verdicts, Status.WAITING),
                        count(verdicts, Status.LATE),
                        count(verdicts, Status.REFUSED)));
        verdicts.stream()
                .flatMap(verdict -> Optional.ofNullable(verdict.fault()).stream())
                .findFirst()
                .ifPresent(fault -> CallNote.of(request).refused(fault.code()));
        return verdicts;
    }

    private static int count(List<Verdict> verdicts, Status status) {
        return (int)
                verdicts.stream().filter(verdict -> verdict.status() == status).count();
    }

    /** A single event that is refused is a failed request, so that the simplest client notices. */
    private static ResponseEntity<Object> one(Verdict verdict) {
        var fault = verdict.fault();
        if (verdict.status() != Status.REFUSED || fault == null) {
            return answer(List.of(verdict));
        }
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, fault.detail());
        problem.setProperty("code", fault.code());
        problem.setProperty("pointer", fault.pointer());
        problem.setProperty("event", verdict.id());
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> answer(List<Verdict> verdicts) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Answer(verdicts.stream().map(Line::of).toList()));
    }

    private static List<JsonNode> batch(byte[] body) throws ProblemException {
        var tree = Bodies.tree(body);
        if (!tree.isArray() || tree.isEmpty() || tree.size() > MOST) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "bad-batch", "Un lot est un tableau JSON de 1 à " + MOST + " événements.");
        }
        return List.copyOf(tree.values());
    }
}
