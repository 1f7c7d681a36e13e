package fr.parvis.partners.agenda;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Making, renewing and removing the address of one's calendar feed. */
@Controller
@RequestMapping("/mon-fil/agenda")
@Access(Audience.SIGNED_IN)
class AgendaController {

    private final CalendarTable calendars;
    private final Settings settings;
    private final Clock clock;

    AgendaController(CalendarTable calendars, Settings settings, Clock clock) {
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(Viewer viewer, @RequestParam(defaultValue = "") String fait) {
        var madeAt = calendars.madeAt(viewer.account()).orElse(null);
        return Pages.page("partners/agenda", new AgendaPage(madeAt, "", fait.equals("retrait")));
    }

    /** The address is in this answer and nowhere else. */
    @PostMapping
    ModelAndView renew(Viewer viewer) {
        var token = calendars.renew(viewer.account());
        var address = settings.url("/agenda/" + token.value() + ".ics");
        return Pages.page("partners/agenda", new AgendaPage(clock.instant(), address, false));
    }

    @PostMapping("/retrait")
    String remove(Viewer viewer) {
        calendars.remove(viewer.account());
        return "redirect:/mon-fil/agenda?fait=retrait";
    }
}
