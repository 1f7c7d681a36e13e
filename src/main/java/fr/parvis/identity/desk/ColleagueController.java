package fr.parvis.identity.desk;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Person;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.factors.SecondFactors;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.organisation.Colleague;
import fr.parvis.organisation.Office;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Roles;
import fr.parvis.organisation.StaffJournal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one colleague may do: given, withdrawn, and who decided it. */
@Controller
@RequestMapping(ColleaguesController.PATH + "/{id}")
@Access(Audience.ADMINISTRATOR)
class ColleagueController {

    private static final String LAST =
            "C’est la dernière personne qui administre la plateforme. Nommez-en une autre d’abord.";

    private final Roles roles;
    private final Accounts accounts;
    private final AccountTable table;
    private final Organisation organisation;
    private final SecondFactors factors;
    private final StaffJournal journal;
    private final RoleWords words;
    private final TransactionTemplate transaction;

    ColleagueController(
            Roles roles,
            Accounts accounts,
            AccountTable table,
            Organisation organisation,
            SecondFactors factors,
            StaffJournal journal,
            RoleWords words,
            TransactionTemplate transaction) {
        this.roles = roles;
        this.accounts = accounts;
        this.table = table;
        this.organisation = organisation;
        this.factors = factors;
        this.journal = journal;
        this.words = words;
        this.transaction = transaction;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "") String fait) {
        return page(colleague(id), PlaceForm.empty(), fait, FormErrors.none());
    }

    @PostMapping("/places")
    @RecentlyConfirmed
    ModelAndView appoint(Viewer viewer, @PathVariable UUID id, PlaceForm form) {
        var colleague = colleague(id);
        var errors = form.errors(FormErrors.none(), organisation);
        if (!errors.isEmpty()) {
            return page(colleague, form, "", errors);
        }
        roles.appoint(form.place(colleague.account()), viewer.account());
        return done(id, "donne");
    }

    @PostMapping("/places/retrait")
    @RecentlyConfirmed
    ModelAndView dismiss(Viewer viewer, @PathVariable UUID id, @RequestParam String unit) {
        roles.dismiss(colleague(id).account(), unit, viewer.account());
        return done(id, "retire");
    }

    @PostMapping("/fonctions")
    @RecentlyConfirmed
    ModelAndView give(Viewer viewer, @PathVariable UUID id, @RequestParam Office office) {
        roles.give(colleague(id).account(), office, viewer.account());
        return done(id, "donne");
    }

    @PostMapping("/fonctions/retrait")
    @RecentlyConfirmed
    ModelAndView withdraw(Viewer viewer, @PathVariable UUID id, @RequestParam Office office) {
        var colleague = colleague(id);
        return roles.withdraw(colleague.account(), office, viewer.account())
                ? done(id, "retire")
                : page(colleague, PlaceForm.empty(), "", FormErrors.of("offices", LAST));
    }

    /** They lost their phone and their codes, and showed who they are. */
    @PostMapping("/deuxieme-etape")
    @RecentlyConfirmed
    ModelAndView reset(Viewer viewer, @PathVariable UUID id) {
        var account = table.find(colleague(id).account()).orElseThrow(NotFoundException::new);
        transaction.executeWithoutResult(status -> {
            factors.reset(account);
            journal.noteReset(account.id(), viewer.account());
        });
        return done(id, "etape");
    }

    private Colleague colleague(UUID id) {
        return roles.find(id).orElseThrow(NotFoundException::new);
    }

    private ModelAndView page(Colleague colleague, PlaceForm form, String done, FormErrors errors) {
        var person = accounts.find(colleague.account()).orElseThrow(NotFoundException::new);
        var offices = colleague.offices().stream().sorted().toList();
        var page = new ColleaguePage(
                ColleaguesController.PATH + "/" + colleague.id(),
                person.fullName(),
                person.email(),
                factors.hasAny(person.account()),
                colleague.places().stream()
                        .map(place -> new ColleaguePage.Place(place.unit(), words.of(place)))
                        .toList(),
                offices,
                Arrays.stream(Office.values())
                        .filter(office -> !offices.contains(office))
                        .toList(),
                form,
                organisation.units(),
                history(person),
                done,
                errors);
        return Pages.page(
                "identity/colleague", page, errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<String> history(Person person) {
        var events = journal.of(person.account());
        var people = accounts.people(
                events.stream().flatMap(event -> event.by().stream()).distinct().toList());
        return events.stream().map(event -> words.of(event, people)).toList();
    }

    private static ModelAndView done(UUID id, String what) {
        return new ModelAndView("redirect:" + ColleaguesController.PATH + "/" + id + "?fait=" + what);
    }
}
