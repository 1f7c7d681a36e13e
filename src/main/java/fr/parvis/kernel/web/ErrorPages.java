package fr.parvis.kernel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page shown when a request fails: what happened, what to do, and a reference for the help desk. For everybody. */
@Controller
public class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final RandomGenerator random;

    ErrorPages(RandomGenerator random) {
        this.random = random;
    }

    /** What the page shows; {@code reference} also stands in the log beside the failure. */
    public record ErrorPage(int status, String title, String explanation, String reference) {}

    @RequestMapping("/error")
    ModelAndView show(HttpServletRequest request) {
        var status = status(request);
        var reference = "E-"
                + Integer.toString(random.nextInt(36 * 36 * 36 * 36, Integer.MAX_VALUE), 36)
                        .toUpperCase(Locale.ROOT);
        if (status.is5xxServerError()) {
            LOG.error(
                    "Failure {} on {}",
                    reference,
                    request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                    (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        var text = ErrorText.of(status);
        var page = new ErrorPage(status.value(), text.title(), text.explanation(), reference);
        return Pages.page("kernel/error", page, status);
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
