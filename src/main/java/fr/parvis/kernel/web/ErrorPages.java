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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page shown when a request fails: what happened, what to do, and a reference for the help desk. For everybody. */
@Controller
public class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

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

    @RequestMapping("/error")
    ModelAndView show(HttpServletRequest request) {
        var status = status(request);
        var reference = "E-"
                + Integer.toString(random.nextInt(36 * 36 * 36 * 36, Integer.MAX_VALUE), 36)
                        .toUpperCase(Locale.ROOT);
        if (status.is5xxServerError()) {
            LOG.error("Failure {} on {}", reference, Routes.of(request), (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
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
