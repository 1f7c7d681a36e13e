package fr.parvis.identity.resumption;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.LocalPath;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Gives a form that could not be taken back to its sender, with everything typed, to send again in one press. */
@Controller
@Access(Audience.EVERYBODY)
class ResumptionController {

    /** What is not written into a page: passwords, and the token that was refused. */
    private static final Pattern KEPT_OUT =
            Pattern.compile("_csrf|.*(password|passe|secret).*", Pattern.CASE_INSENSITIVE);

    @RequestMapping(Resumption.PATH)
    ModelAndView show(HttpServletRequest request) throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.FORWARD
                || !(request.getAttribute(Resumption.class.getName()) instanceof Resumption reason)) {
            throw new NotFoundException();
        }
        var action = String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI));
        var page = new ResumptionPage(
                reason == Resumption.SESSION_ENDED, LocalPath.orHome(action), fields(request), hasFiles(request));
        return Pages.page("identity/resumption", page, HttpStatus.valueOf(reason.status()));
    }

    private static List<ResumptionPage.Field> fields(HttpServletRequest request) {
        var fields = new ArrayList<ResumptionPage.Field>();
        request.getParameterMap().forEach((name, values) -> {
            if (!KEPT_OUT.matcher(name).matches()) {
                for (var value : values) {
                    fields.add(new ResumptionPage.Field(name, value));
                }
            }
        });
        return fields;
    }

    private static boolean hasFiles(HttpServletRequest request) throws IOException, ServletException {
        var type = request.getContentType();
        return type != null
                && type.startsWith("multipart/form-data")
                && request.getParts().stream().anyMatch(ResumptionController::isFile);
    }

    private static boolean isFile(Part part) {
        var name = part.getSubmittedFileName();
        return name != null && !name.isEmpty();
    }
}
