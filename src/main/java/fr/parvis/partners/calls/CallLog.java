package fr.parvis.partners.calls;

import fr.parvis.partners.api.CallNote;
import fr.parvis.partners.calls.PartnerCalls.Made;
import fr.parvis.partners.signing.Signature;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Writes down each call of a partner's program once it is answered; nobody's call fails because of it. */
final class CallLog implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final String BEGUN = CallLog.class.getName();
    private static final String SECRET = "{token}";
    private static final int LONGEST = 200;

    private final PartnerCalls calls;
    private final Clock clock;

    CallLog(PartnerCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(BEGUN, clock.instant());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        var note = CallNote.of(request);
        var partner = note.partner();
        if (partner == null || !(request.getAttribute(BEGUN) instanceof Instant begun)) {
            return;
        }
        try {
            calls.add(new Made(
                    partner,
                    request.getMethod(),
                    shortened(path(request)),
                    failure == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    (int) Duration.between(begun, clock.instant()).toMillis(),
                    note.tally(),
                    note.code(),
                    requestId(request)));
        } catch (DataAccessException notKept) {
            LOG.warn("A call of a partner could not be noted", notKept);
        }
    }

    /** Without the secret that some paths end with. */
    private static String path(HttpServletRequest request) {
        var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return pattern.endsWith(SECRET) ? pattern.replace(SECRET, "…") : request.getRequestURI();
    }

    private static @Nullable String requestId(HttpServletRequest request) {
        var given = request.getHeader("X-Request-Id");
        var id = given == null ? request.getHeader(Signature.ID) : given;
        return id == null ? null : shortened(id);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
