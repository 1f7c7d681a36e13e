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
        return Pages.page("kernel/error", page(status, reference), status);
    }

    private static ErrorPage page(HttpStatus status, String reference) {
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED ->
                new ErrorPage(
                        404,
                        "Cette page n’existe pas",
                        "L’adresse est peut-être incomplète, ou la page n’est pas accessible avec votre compte.",
                        reference);
            case FORBIDDEN, UNAUTHORIZED ->
                new ErrorPage(
                        403,
                        "Cette page n’est pas accessible avec votre compte",
                        "Si vous pensez que c’est une erreur, appelez-nous en donnant la référence ci-dessous.",
                        reference);
            case CONTENT_TOO_LARGE ->
                new ErrorPage(
                        413,
                        "L’envoi est trop lourd",
                        "Un fichier ne peut pas dépasser 10 Mo. Revenez en arrière : votre saisie est encore là.",
                        reference);
            case BAD_REQUEST, UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE ->
                new ErrorPage(
                        status.value(),
                        "Cette demande n’est pas comprise",
                        "L’adresse ou le formulaire envoyé n’a pas la forme attendue. Revenez en arrière et recommencez.",
                        reference);
            case SERVICE_UNAVAILABLE ->
                new ErrorPage(
                        503,
                        "Le service est en maintenance",
                        "Il revient dans quelques minutes. Ce que vous aviez enregistré est conservé.",
                        reference);
            default ->
                new ErrorPage(
                        500,
                        "Quelque chose n’a pas fonctionné chez nous",
                        "Ce que vous aviez enregistré est conservé. Réessayez dans quelques minutes ; si cela continue,"
                                + " appelez-nous en donnant la référence ci-dessous.",
                        reference);
        };
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
