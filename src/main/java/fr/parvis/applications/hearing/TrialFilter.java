package fr.parvis.applications.hearing;

import fr.parvis.applications.Application;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Listens at the endpoints while a trial runs; they do not know of it, and it never stands in their way. */
final class TrialFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(TrialFilter.class);

    private static final String DEAD_TOKEN =
            "ce jeton d’accès est expiré (il vit dix minutes), rendu, ou la personne s’est déconnectée";

    private final Trials trials;
    private final Speaker speaker;
    private final Clock clock;

    TrialFilter(Trials trials, Speaker speaker, Clock clock) {
        this.trials = trials;
        this.speaker = speaker;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kind = MessageKind.of(request.getMethod(), request.getRequestURI());
        var tried = kind.isPresent() && trials.any() ? tried(kind.get(), request) : Optional.<Application>empty();
        if (kind.isEmpty() || tried.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        try {
            var application = tried.get().id();
            trials.masks(application)
                    .ifPresent(masks -> trials.record(
                            application, message(kind.get(), new Heard(tried.get(), masks), request, answer)));
        } catch (RuntimeException notKept) { // whatever goes wrong in listening does not reach who is heard
            LOG.warn("A message of a trial could not be kept", notKept);
        } finally {
            answer.copyBodyToResponse();
        }
    }

    private Optional<Application> tried(MessageKind kind, HttpServletRequest request) {
        return speaker.of(kind, request).filter(application -> trials.isHeard(application.id()));
    }

    /** Who is heard, and how what they say is masked. */
    private record Heard(Application application, Masks masks) {}

    private static List<Line> judged(MessageKind kind, Heard heard, HttpServletRequest request) {
        var findings = new Findings(Speaker.parameters(kind, request), heard.masks());
        return Judgement.of(kind, heard.application(), findings);
    }

    private Message message(
            MessageKind kind, Heard heard, HttpServletRequest request, ContentCachingResponseWrapper response) {
        var answer = Answer.of(response.getStatus(), address(response), body(response), heard.masks());
        var refusal = Trials.refusal(request);
        var reason = refusal == null ? "" : refusal.detail();
        var asked = Mending.applied(refusal == null ? null : refusal.refusal(), asked(kind, heard, request));
        if (kind == MessageKind.USER_INFO && !answer.good()) {
            reason = DEAD_TOKEN;
        }
        return new Message(clock.instant(), kind, answer.good(), answer.summary(), reason, asked, answer.lines());
    }

    private static List<Line> asked(MessageKind kind, Heard heard, HttpServletRequest request) {
        var lines = new ArrayList<>(judged(kind, heard, request));
        if (kind == MessageKind.TOKENS) {
            var proof = Speaker.proof(request);
            lines.addFirst(
                    proof.isEmpty()
                            ? Line.wrong(
                                    "preuve",
                                    "(absente)",
                                    "L’application doit prouver qui elle est : par son secret, ou une assertion signée.")
                            : Line.right("preuve", proof));
        }
        return lines;
    }

    private static String address(HttpServletResponse response) {
        var location = response.getHeader("Location");
        var refresh = response.getHeader("Refresh");
        return location != null ? location : refresh == null ? "" : refresh.replaceFirst("^\\d+;url=", "");
    }

    /** Of messages between programs; pages are not kept. */
    private static String body(ContentCachingResponseWrapper response) {
        var type = response.getContentType();
        return type == null || type.startsWith("text/html")
                ? ""
                : new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
