package fr.parvis.identity.web;

import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The devices one is signed in on, and signing them out from afar. */
@Controller
@RequestMapping("/compte/sessions")
@Access(Audience.SIGNED_IN)
class DevicesController {

    private static final String AGAIN = "redirect:/compte/sessions";

    private final Sessions sessions;

    DevicesController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView list(Viewer viewer, HttpServletRequest request) {
        return Pages.page("identity/devices", new DevicesPage(sessions.of(viewer.account(), request)));
    }

    @PostMapping("/terminer")
    String end(Viewer viewer, @RequestParam UUID session) {
        sessions.end(viewer.account(), session);
        return AGAIN;
    }

    @PostMapping("/terminer-autres")
    String endOthers(Viewer viewer, HttpServletRequest request) {
        sessions.endOthers(viewer.account(), request);
        return AGAIN;
    }
}
