package fr.parvis.identity.civil;

import fr.parvis.identity.CivilFacts;
import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.civil.Duplicate.Answer;
import fr.parvis.identity.civil.Settlement.Outcome;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Identités à rapprocher »: an administrator says which of several accounts is a person's. */
@Controller
@RequestMapping(DuplicatesController.PATH)
@Access(Audience.ADMINISTRATOR)
class DuplicatesController {

    static final String PATH = "/bureau/identites";

    private static final int LONGEST_REASON = 500;
    private static final String REASON = "Dites en une phrase pourquoi aucun compte n’est lié (500 signes au plus).";

    private final Duplicates duplicates;
    private final Candidates candidates;
    private final Settlement settlement;
    private final AccountTable accounts;

    DuplicatesController(Duplicates duplicates, Candidates candidates, Settlement settlement, AccountTable accounts) {
        this.duplicates = duplicates;
        this.candidates = candidates;
        this.settlement = settlement;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String fait) {
        var all = duplicates.all();
        var waiting = all.stream()
                .filter(Duplicate::isWaiting)
                .map(one -> new DuplicatesPage.Waiting(
                        one.id(), one.name(), one.reference().value(), French.dateTime(one.askedAt())))
                .toList();
        var answered = all.stream()
                .flatMap(one -> one.answer().stream().map(answer -> words(one, answer)))
                .toList();
        return Pages.page("identity/duplicates", new DuplicatesPage(waiting, answered, fait));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id) {
        return page(waiting(id), "", FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/{id}/rattachement")
    @RecentlyConfirmed
    String link(Viewer viewer, @PathVariable UUID id, @RequestParam UUID account) {
        return done(settlement.link(id, account, viewer.account()), "lie");
    }

    @PostMapping("/{id}/refus")
    @RecentlyConfirmed
    ModelAndView refuse(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        var duplicate = duplicates.find(id).orElseThrow(NotFoundException::new);
        var why = reason.strip();
        if (duplicate.isWaiting() && (why.isEmpty() || why.length() > LONGEST_REASON)) {
            return page(duplicate, reason, FormErrors.of("reason", REASON), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView(done(settlement.refuse(duplicate, why, viewer.account()), "refus"));
    }

    private ModelAndView page(Duplicate duplicate, String reason, FormErrors errors, HttpStatus status) {
        var identity = duplicate.identity().orElseThrow(NotFoundException::new);
        var page = new DuplicatePage(
                PATH + "/" + duplicate.id(),
                duplicate.name(),
                duplicate.reference().value(),
                CivilFacts.of(identity),
                candidates.of(identity).stream().map(DuplicatePage.Line::of).toList(),
                reason,
                errors);
        return Pages.page("identity/duplicate", page, status);
    }

    private Duplicate waiting(UUID id) {
        return duplicates.find(id).filter(Duplicate::isWaiting).orElseThrow(NotFoundException::new);
    }

    private String words(Duplicate duplicate, Answer answer) {
        var by = name(answer.by(), "une personne dont le compte est supprimé");
        var what = answer.account()
                .map(account -> "FranceConnect lié au compte de " + name(account, "quelqu’un qui l’a supprimé depuis"))
                .orElseGet(() -> "aucun compte lié (" + answer.reason().orElse("") + ")");
        return French.dateTime(answer.at()) + French.NBSP + ": " + duplicate.name() + ", référence "
                + duplicate.reference().value() + ", " + what + ", décidé par " + by + ".";
    }

    private String name(UUID account, String otherwise) {
        return accounts.findAll(List.of(account)).stream()
                .findFirst()
                .map(DuplicatesController::fullName)
                .orElse(otherwise);
    }

    private static String fullName(Account account) {
        return account.firstName() + " " + account.lastName();
    }

    private static String done(Outcome outcome, String what) {
        var word = switch (outcome) {
            case DONE -> what;
            case OVERTAKEN -> "deja";
            case NOT_THEIRS -> "autre";
        };
        return "redirect:" + PATH + "?fait=" + word;
    }
}
