package fr.parvis.kernel.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page shown when a request fails: what happened, what to do, and a reference for the help desk. For everybody;
 * programs get no page.
 */
@Controller
public class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** What is under it is for programs: they are told in their own form (RFC 9457). */
    private static final String PROGRAMS = "/api/";

    private final RandomGenerator random;

    ErrorPages(RandomGenerator random) {
        this.random = random;
    }

    /**
     * What the page shows.
     *
     * @param reference also stands in the log beside the failure
     * @param back the page of the form that could not be taken; null when it was not a form too heavy
     */
    public record ErrorPage(
            int status,
            String title,
            String explanation,
            String reference,
            @Nullable String back) {}

    /** Why no endpoint served a program's call. */
    private enum Fault {
        NO_SUCH_PATH("no-such-path", "Il n’y a rien à cette adresse. Le contrat dit lesquelles existent."),
        BAD_METHOD(
                "bad-method", "Cette méthode n’existe pas à cette adresse. L’en-tête Allow dit lesquelles existent."),
        BAD_CALL("bad-call", "Cet appel n’a pas la forme que dit le contrat."),
        OUR_FAULT("our-fault", "Quelque chose n’a pas fonctionné chez nous. Réessayez dans quelques minutes.");

        private final String code;
        private final String detail;

        Fault(String code, String detail) {
            this.code = code;
            this.detail = detail;
        }

        static Fault of(HttpStatus status) {
            return switch (status) {
                case NOT_FOUND -> NO_SUCH_PATH;
                case METHOD_NOT_ALLOWED -> BAD_METHOD;
                default -> status.is4xxClientError() ? BAD_CALL : OUR_FAULT;
            };
        }
    }

    @RequestMapping("/error")
    Object show(HttpServletRequest request) {
        var status = status(request);
        var reference = "E-"
                + Integer.toString(random.nextInt(36 * 36 * 36 * 36, Integer.MAX_VALUE), 36)
                        .toUpperCase(Locale.ROOT);
        if (status.is5xxServerError()) {
            LOG.error("Failure {} on {}", reference, Routes.of(request), (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        return isProgram(request) ? problem(status, reference) : page(request, status, reference);
    }

    private static boolean isProgram(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && path.startsWith(PROGRAMS);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String reference) {
        var fault = Fault.of(status);
        var problem = ProblemDetail.forStatusAndDetail(status, fault.detail + " Référence " + reference + ".");
        problem.setProperty("code", fault.code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ModelAndView page(HttpServletRequest request, HttpStatus status, String reference) {
        var text = ErrorText.of(status);
        var page = new ErrorPage(status.value(), text.title(), text.explanation(), reference, back(request, status));
        return Pages.page("kernel/error", page, status);
    }

    private static @Nullable String back(HttpServletRequest request, HttpStatus status) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return status == HttpStatus.CONTENT_TOO_LARGE && path instanceof String local && local.matches("/[^/\\\\].*")
                ? local
                : null;
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    /** Remembers by which route a request came: the log names it, not the path, which may carry a secret or a name. */
    static final class Routes implements HandlerInterceptor {

        private static final String ROUTE = Routes.class.getName();
        private static final String NONE = "a request without a route";

        /** As {@code /agenda/{token}.ics}. */
        static String of(HttpServletRequest request) {
            return request.getAttribute(ROUTE) instanceof String route ? route : NONE;
        }

        /** The error page has a route of its own, which says nothing. */
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getDispatcherType() != DispatcherType.ERROR) {
                request.setAttribute(
                        ROUTE, String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
            }
            return true;
        }
    }
}
