package fr.parvis.identity.passkeys;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.confirmation.Holder;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Adding, naming and removing one's passkeys. */
@Controller
@RequestMapping(PasskeyController.PATH)
@Access(Audience.SIGNED_IN)
@RecentlyConfirmed
class PasskeyController {

    static final String PATH = "/compte/securite/cles";

    private static final int LONGEST_NAME = 60;
    private static final int MOST = 20;

    private static final String NAME_MISSING =
            "Donnez un nom à cette clé, en 60 caractères au plus, comme «\u00a0Mon téléphone\u00a0».";
    private static final String REFUSED =
            "La clé n’a pas pu être ajoutée. Réessayez, ou ajoutez-la depuis un autre appareil.";
    private static final String TOO_MANY = "Vous avez déjà 20 clés d’accès. Retirez-en une pour en ajouter une autre.";

    private final Holder holder;
    private final Passkeys passkeys;

    PasskeyController(Holder holder, Passkeys passkeys) {
        this.holder = holder;
        this.passkeys = passkeys;
    }

    @GetMapping
    ModelAndView list(Viewer viewer, @RequestParam(defaultValue = "") String fait) {
        return Pages.page("identity/passkeys", page(holder.account(viewer), "", fait, FormErrors.none()));
    }

    /** What the script of the page gives to the browser. */
    @PostMapping("/defi")
    ResponseEntity<Options.Creation> askToAdd(Viewer viewer) {
        return ResponseEntity.ok(passkeys.askToAdd(holder.account(viewer)));
    }

    @PostMapping
    ModelAndView add(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String answer) {
        var account = holder.account(viewer);
        var errors = errors(account, name.strip());
        if (errors.isEmpty() && !passkeys.add(account, name.strip(), answer)) {
            errors = FormErrors.of("name", REFUSED);
        }
        return errors.isEmpty()
                ? done("ajout")
                : Pages.page("identity/passkeys", page(account, name, "", errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/nom")
    ModelAndView rename(Viewer viewer, @RequestParam UUID passkey, @RequestParam(defaultValue = "") String name) {
        if (!isName(name.strip())) {
            return Pages.page(
                    "identity/passkeys",
                    page(holder.account(viewer), "", "", FormErrors.of("name-" + passkey, NAME_MISSING)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        passkeys.rename(viewer.account(), passkey, name.strip());
        return done("nom");
    }

    @PostMapping("/retrait")
    ModelAndView remove(Viewer viewer, @RequestParam UUID passkey) {
        var found = passkeys.of(viewer.account()).stream()
                .filter(one -> one.id().equals(passkey))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        passkeys.remove(holder.account(viewer), found);
        return done("retrait");
    }

    private PasskeysPage page(Account account, String name, String done, FormErrors errors) {
        return new PasskeysPage(account, passkeys.of(account.id()), name, done, errors);
    }

    private FormErrors errors(Account account, String name) {
        if (passkeys.of(account.id()).size() >= MOST) {
            return FormErrors.of("name", TOO_MANY);
        }
        return isName(name) ? FormErrors.none() : FormErrors.of("name", NAME_MISSING);
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    private static ModelAndView done(String what) {
        return new ModelAndView("redirect:" + PATH + "?fait=" + what);
    }
}
