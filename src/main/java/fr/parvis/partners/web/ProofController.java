package fr.parvis.partners.web;

import fr.parvis.identity.guessing.Computer;
import fr.parvis.identity.guessing.Wait;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.ProofOutcome;
import fr.parvis.partners.links.Questions;
import fr.parvis.partners.links.Questions.Asker;
import fr.parvis.partners.web.LinkPage.Typed;
import fr.parvis.partners.web.Offers.Offer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Proving to a service, by a card or a code, which of its accounts is one's own. */
@Controller
@RequestMapping("/mes-services/{slug}/lier")
@Access(Audience.SIGNED_IN)
@RecentlyConfirmed
class ProofController {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST = 80;

    private final Offers offers;
    private final Questions questions;
    private final Wait wait;

    ProofController(Offers offers, Questions questions, Wait wait) {
        this.offers = offers;
        this.questions = questions;
        this.wait = wait;
    }

    @GetMapping
    ModelAndView begin(@PathVariable String slug) {
        return Pages.page("partners/link", LinkPage.of(offers.of(slug), Typed.NOTHING, FormErrors.none()));
    }

    @PostMapping("/carte")
    ModelAndView card(
            Viewer viewer,
            @PathVariable String slug,
            Typed typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var offer = offers.of(slug);
        var birthDate = date(typed.birthDate());
        var errors = FormErrors.none();
        if (isMissing(typed.card())) {
            errors = errors.and("card", "Écrivez le numéro de votre carte");
        }
        if (birthDate.isEmpty()) {
            errors = errors.and("birthDate", "Écrivez une date qui existe, en chiffres, comme 07/05/1988");
        }
        if (!errors.isEmpty() || birthDate.isEmpty()) {
            return corrected(LinkPage.of(offer, typed, errors));
        }
        var asker = new Asker(viewer.account(), Computer.of(request));
        return answer(
                offer,
                typed,
                questions.card(
                        asker, offer.partner(), offer.linking(), typed.card().strip(), birthDate.get()),
                response);
    }

    @PostMapping("/code")
    ModelAndView sendCode(
            Viewer viewer,
            @PathVariable String slug,
            Typed typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var offer = offers.of(slug);
        if (isMissing(typed.identifier())) {
            return corrected(LinkPage.of(
                    offer, typed, FormErrors.of("identifier", "Écrivez ce que ce service connaît de vous")));
        }
        var asker = new Asker(viewer.account(), Computer.of(request));
        return answer(
                offer,
                typed,
                questions.sendCode(
                        asker,
                        offer.partner(),
                        offer.linking(),
                        typed.identifier().strip()),
                response);
    }

    @GetMapping("/code")
    ModelAndView askCode(Viewer viewer, @PathVariable String slug) {
        var offer = offers.of(slug);
        return questions.awaitsCode(viewer.account(), offer.partner().id())
                ? Pages.page("partners/code", LinkPage.of(offer, Typed.NOTHING, FormErrors.none()))
                : new ModelAndView("redirect:" + offer.path() + "?fait=perdu");
    }

    @PostMapping("/code/verification")
    ModelAndView checkCode(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var offer = offers.of(slug);
        var asker = new Asker(viewer.account(), Computer.of(request));
        return switch (questions.checkCode(asker, offer.partner(), offer.linking(), code.replaceAll("\\s", ""))) {
            case ProofOutcome.Proven(), ProofOutcome.CodeSent() -> agreement(offer);
            case ProofOutcome.Refused() -> code(offer, "Ce code n’est pas le bon, ou il est trop ancien");
            case ProofOutcome.Wait(var until) -> code(offer, wait.tell(until, response));
            case ProofOutcome.Down() ->
                Pages.page("partners/code", LinkPage.down(offer, Typed.NOTHING), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView answer(Offer offer, Typed typed, ProofOutcome outcome, HttpServletResponse response) {
        var first = offer.linking().method() == Proof.CARD ? "card" : "identifier";
        return switch (outcome) {
            case ProofOutcome.Proven() -> agreement(offer);
            case ProofOutcome.CodeSent() -> new ModelAndView("redirect:" + offer.link() + "/code");
            case ProofOutcome.Refused() ->
                corrected(
                        LinkPage.of(
                                offer,
                                typed,
                                FormErrors.of(
                                        first,
                                        "Ce service ne connaît pas ce numéro avec cette date. Vérifiez les deux, ou appelez-nous")));
            case ProofOutcome.Wait(var until) ->
                corrected(LinkPage.of(offer, typed, FormErrors.of(first, wait.tell(until, response))));
            case ProofOutcome.Down() -> corrected(LinkPage.down(offer, typed));
        };
    }

    private static ModelAndView agreement(Offer offer) {
        return new ModelAndView("redirect:" + offer.link() + "/accord");
    }

    private static ModelAndView code(Offer offer, String error) {
        var page = LinkPage.of(offer, Typed.NOTHING, FormErrors.of("code", error));
        return Pages.page("partners/code", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView corrected(LinkPage page) {
        return Pages.page("partners/link", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static boolean isMissing(String typed) {
        return typed.isBlank() || typed.length() > LONGEST;
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip(), DATE));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
