package fr.parvis.applications.web;

import fr.parvis.applications.Acquaintance;
import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Application;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.applications.Logo;
import fr.parvis.applications.openid.SignOnTable;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The applications that know me, what they receive, and taking that back. */
@Controller
@RequestMapping("/compte/applications")
@Access(Audience.SIGNED_IN)
class KnownByController {

    private final Applications applications;
    private final Acquaintances acquaintances;
    private final SignOnTable signOns;

    KnownByController(Applications applications, Acquaintances acquaintances, SignOnTable signOns) {
        this.applications = applications;
        this.acquaintances = acquaintances;
        this.signOns = signOns;
    }

    @GetMapping
    ModelAndView list(Viewer viewer, @RequestParam(defaultValue = "") String fait) {
        var lines = acquaintances.of(viewer.account()).stream()
                .map(known -> line(applications.find(known.application()).orElseThrow(), known))
                .toList();
        return Pages.page("applications/known-by", new KnownByPage(lines, fait.equals("retrait")));
    }

    @PostMapping("/retrait")
    @Transactional
    String withdraw(Viewer viewer, @RequestParam UUID application) {
        acquaintances.withdraw(application, viewer.account());
        signOns.revoke(application, viewer.account());
        return "redirect:/compte/applications?fait=retrait";
    }

    private static KnownByPage.Line line(Application application, Acquaintance known) {
        return new KnownByPage.Line(
                application.id(),
                application.name(),
                application.purpose(),
                application.contact(),
                Logo.path(application),
                known.claims().stream().sorted().map(Claim::words).toList(),
                when(known.agreedAt()),
                when(known.lastSeenAt()));
    }

    private static String when(@Nullable Instant at) {
        return at == null ? "" : French.dateTime(at);
    }
}
