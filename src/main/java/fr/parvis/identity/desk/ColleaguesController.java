package fr.parvis.identity.desk;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Person;
import fr.parvis.identity.factors.SecondFactors;
import fr.parvis.identity.sessions.SignInJournal;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.organisation.Colleague;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Roles;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of those who work for the town, and the page that adds one. */
@Controller
@RequestMapping(ColleaguesController.PATH)
@Access(Audience.ADMINISTRATOR)
class ColleaguesController {

    static final String PATH = "/bureau/agents";

    private final Roles roles;
    private final Accounts accounts;
    private final Organisation organisation;
    private final SecondFactors factors;
    private final SignInJournal journal;
    private final RoleWords words;
    private final Welcome welcome;

    ColleaguesController(
            Roles roles,
            Accounts accounts,
            Organisation organisation,
            SecondFactors factors,
            SignInJournal journal,
            RoleWords words,
            Welcome welcome) {
        this.roles = roles;
        this.accounts = accounts;
        this.organisation = organisation;
        this.factors = factors;
        this.journal = journal;
        this.words = words;
        this.welcome = welcome;
    }

    @GetMapping
    ModelAndView list() {
        var colleagues = roles.colleagues();
        var people = accounts.people(colleagues.stream().map(Colleague::account).toList());
        var lines = colleagues.stream()
                .flatMap(colleague -> Optional.ofNullable(people.get(colleague.account())).stream()
                        .map(person -> line(colleague, person)))
                .sorted(Comparator.comparing(ColleaguesPage.Line::name, Collator.getInstance(Locale.FRENCH)))
                .toList();
        return Pages.page("identity/colleagues", new ColleaguesPage(lines));
    }

    @GetMapping("/ajouter")
    @RecentlyConfirmed
    ModelAndView form() {
        return page(ArrivalForm.empty(), PlaceForm.empty(), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/ajouter")
    @RecentlyConfirmed
    ModelAndView add(Viewer viewer, ArrivalForm form, PlaceForm place) {
        boolean known = form.address().filter(welcome::isKnown).isPresent();
        var errors = place.errors(form.errors(known), organisation);
        return errors.isEmpty()
                ? new ModelAndView(
                        "redirect:" + PATH + "/" + welcome.welcome(form, place, viewer.account()) + "?fait=ajout")
                : page(form, place, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ColleaguesPage.Line line(Colleague colleague, Person person) {
        List<String> held = Stream.concat(
                        colleague.places().stream().map(words::of),
                        colleague.offices().stream().sorted().map(RoleWords::of))
                .toList();
        var last = journal.last(person.account(), 1).stream()
                .findFirst()
                .map(signIn -> French.dateTime(signIn.at()))
                .orElse("");
        return new ColleaguesPage.Line(
                PATH + "/" + colleague.id(),
                person.lastName() + " " + person.firstName(),
                person.email(),
                held,
                factors.hasAny(person.account()),
                last);
    }

    private ModelAndView page(ArrivalForm form, PlaceForm place, FormErrors errors, HttpStatus status) {
        return Pages.page("identity/arrival", new ArrivalPage(form, place, organisation.units(), errors), status);
    }
}
