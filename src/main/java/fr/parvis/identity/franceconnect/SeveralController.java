package fr.parvis.identity.franceconnect;

import fr.parvis.identity.civil.Duplicates;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happens next for somebody whose identity several accounts have. Names nobody: the reference is in the address. */
@Controller
@Access(Audience.EVERYBODY)
class SeveralController {

    static final String PATH = FranceConnectController.PATH + "/plusieurs-comptes";

    private final Duplicates duplicates;

    SeveralController(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @GetMapping(PATH)
    ModelAndView show(@RequestParam(defaultValue = "") String reference) {
        var known = Reference.parse(reference).orElseThrow(NotFoundException::new);
        var waiting = duplicates.isWaiting(known).orElseThrow(NotFoundException::new);
        return Pages.page("identity/several", new SeveralPage(known.value(), waiting));
    }
}
