package fr.parvis.identity.franceconnect;

import fr.parvis.identity.CivilFacts;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.LocalPath;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last step for an account with a second factor: its holder just showed both, and says yes to the link. */
@Controller
@RequestMapping(JoinController.PATH)
@Access(Audience.SIGNED_IN)
@RecentlyConfirmed
class JoinController {

    static final String PATH = "/compte/franceconnect/rattachement";

    private final Reunion reunion;

    JoinController(Reunion reunion) {
        this.reunion = reunion;
    }

    @GetMapping
    ModelAndView ask(Viewer viewer, HttpServletRequest request) {
        return reunion.awaited(viewer.account(), request)
                .map(pending -> Pages.page(
                        "identity/join",
                        new JoinPage(CivilFacts.of(pending.arrival().identity()), pending.suite())))
                .orElseGet(JoinController::home);
    }

    @PostMapping
    ModelAndView join(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        return reunion.awaited(viewer.account(), request)
                .map(pending -> reunion.join(pending, viewer.account(), request, response))
                .orElseGet(JoinController::home);
    }

    private static ModelAndView home() {
        return new ModelAndView("redirect:" + LocalPath.HOME);
    }
}
