package fr.parvis.applications.cas;

import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Application;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.SignInMarks;
import fr.parvis.applications.openid.ConsentPage;
import fr.parvis.applications.openid.OnwardPage;
import fr.parvis.applications.openid.RefusedPage;
import fr.parvis.identity.sessions.CurrentSession;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a CAS service sends a person's browser (CAS 3.0, sections 2.1 and 2.3). */
@Controller
@RequestMapping("/cas")
@Access(Audience.EVERYBODY)
class CasController {

    private final Services services;
    private final TicketTable tickets;
    private final Acquaintances acquaintances;
    private final ApplicationJournal journal;
    private final Sessions sessions;
    private final SignInMarks marks;

    CasController(
            Services services,
            TicketTable tickets,
            Acquaintances acquaintances,
            ApplicationJournal journal,
            Sessions sessions,
            SignInMarks marks) {
        this.services = services;
        this.tickets = tickets;
        this.acquaintances = acquaintances;
        this.journal = journal;
        this.sessions = sessions;
        this.marks = marks;
    }

    /**
     * What a service asks.
     *
     * @param renew whether the person must sign in for it
     * @param gateway whether nobody may be asked anything
     * @param since our own mark, verified: a sign-in from then on will do
     */
    record Asked(String service, boolean renew, boolean gateway, Optional<Instant> since) {

        boolean accepts(CurrentSession session) {
            return !renew || isFresh(session);
        }

        boolean isFresh(CurrentSession session) {
            return since.filter(mark -> !session.signedInAt()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .isBefore(mark))
                    .isPresent();
        }
    }

    @GetMapping("/login")
    ModelAndView login(
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "false") boolean renew,
            @RequestParam(defaultValue = "false") boolean gateway,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (service.isEmpty()) {
            return new ModelAndView("redirect:/mon-fil");
        }
        var application = services.of(service);
        return application.isEmpty()
                ? Pages.page(
                        "applications/refused",
                        new RefusedPage("aucune application n’est enregistrée pour ce service"),
                        HttpStatus.BAD_REQUEST)
                : login(
                                application.get(),
                                new Asked(service, renew, gateway && !renew, since(service, request)),
                                request)
                        .orElseGet(() -> signIn(service, renew, request, response));
    }

    /** Goes on after signing in, from a page of its own. */
    @GetMapping("/suite")
    ModelAndView goOn(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        return OnwardPage.lead("/cas/login?" + (query == null ? "" : query), "", response);
    }

    @PostMapping("/consentement")
    @Access(Audience.SIGNED_IN)
    ModelAndView decide(
            @RequestParam(name = "demande") String service,
            @RequestParam(defaultValue = "") String accord,
            HttpServletRequest request,
            HttpServletResponse response) {
        var application = services.of(service).orElseThrow(NotFoundException::new);
        var session = sessions.current(request).orElseThrow(NotFoundException::new);
        if (!accord.equals("oui")) {
            return OnwardPage.lead(service, application.name(), response);
        }
        acquaintances.agree(application.id(), session.account(), application.claims());
        return OnwardPage.lead(withTicket(application, service, session, false), application.name(), response);
    }

    /** A link on any page could bring somebody here: they are asked. */
    @GetMapping("/logout")
    String logout() {
        return "redirect:/connect/logout";
    }

    private Optional<Instant> since(String service, HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(SignInMarks.NAME))
                .flatMap(mark -> marks.read(mark, service, request));
    }

    /** None when the person must sign in first. */
    private Optional<ModelAndView> login(Application application, Asked asked, HttpServletRequest request) {
        var session = sessions.current(request).filter(asked::accepts);
        if (session.isEmpty()) {
            return asked.gateway() ? Optional.of(new ModelAndView("redirect:" + asked.service())) : Optional.empty();
        }
        boolean agreed = acquaintances
                .find(application.id(), session.get().account())
                .filter(known -> known.covers(application.claims()))
                .isPresent();
        if (agreed) {
            return Optional.of(new ModelAndView("redirect:"
                    + withTicket(application, asked.service(), session.get(), asked.isFresh(session.get()))));
        }
        return Optional.of(
                asked.gateway()
                        ? new ModelAndView("redirect:" + asked.service())
                        : Pages.page(
                                "applications/consent",
                                ConsentPage.of(
                                        application, application.claims(), "/cas/consentement", asked.service())));
    }

    private ModelAndView signIn(
            String service, boolean again, HttpServletRequest request, HttpServletResponse response) {
        var next = "/cas/suite?service=" + encode(service)
                + (again ? "&renew=true&" + SignInMarks.NAME + "=" + marks.next(service, request, response) : "");
        return new ModelAndView("redirect:/connexion?" + (again ? "encore=oui&" : "") + "suite=" + encode(next));
    }

    private String withTicket(Application application, String service, CurrentSession session, boolean fresh) {
        var ticket = tickets.issue(new Ticket(application.id(), session.account(), session.id(), service, fresh));
        journal.signedIn(application.id(), session.account());
        return service + (service.contains("?") ? "&" : "?") + "ticket=" + ticket;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
