package fr.parvis.partners.desk;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.organisation.Organisation;
import fr.parvis.partners.NewSecrets;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows partners with how they do, registers them and changes them. */
@Controller
@RequestMapping(PartnersController.PATH)
@Access(Audience.ADMINISTRATOR)
class PartnersController {

    static final String PATH = "/bureau/partenaires";

    private final Partners partners;
    private final PartnerRegistration registration;
    private final Organisation organisation;
    private final NewSecrets secrets;
    private final PartnerView view;

    PartnersController(
            Partners partners,
            PartnerRegistration registration,
            Organisation organisation,
            NewSecrets secrets,
            PartnerView view) {
        this.partners = partners;
        this.registration = registration;
        this.organisation = organisation;
        this.secrets = secrets;
        this.view = view;
    }

    @GetMapping
    ModelAndView list() {
        return view.list();
    }

    @GetMapping("/{slug}")
    ModelAndView show(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String fait,
            HttpServletResponse response) {
        var partner = partner(slug);
        return view.of(partner, secrets.take(partner, viewer), Told.words(fait), response);
    }

    /** Under a path that no short name can be. */
    @GetMapping("/nouveau/partenaire")
    @RecentlyConfirmed
    ModelAndView begin() {
        var empty = new PartnerForm("", "", "", "", "", "", "", "", "");
        return Pages.page("partners/watch/form", page(empty, FormErrors.none(), true, PATH + "/nouveau/partenaire"));
    }

    /** Its page, loaded again or not, shows the secrets once; they are in no address. */
    @PostMapping("/nouveau/partenaire")
    @RecentlyConfirmed
    ModelAndView register(Viewer viewer, PartnerForm form) {
        var errors = registration.errors(form, null);
        if (!errors.isEmpty()) {
            return incorrect(page(form, errors, true, PATH + "/nouveau/partenaire"));
        }
        var registered = registration.register(form, viewer);
        secrets.keep(registered.partner(), viewer, registered.secrets());
        return new ModelAndView("redirect:" + PATH + "/" + registered.partner().slug());
    }

    @GetMapping("/{slug}/modifier")
    @RecentlyConfirmed
    ModelAndView change(@PathVariable String slug) {
        var form = PartnerForm.of(partner(slug));
        return Pages.page("partners/watch/form", page(form, FormErrors.none(), false, PATH + "/" + slug + "/modifier"));
    }

    @PostMapping("/{slug}/modifier")
    @RecentlyConfirmed
    ModelAndView save(Viewer viewer, @PathVariable String slug, PartnerForm typed) {
        var former = partner(slug);
        var form = typed.under(slug);
        var errors = registration.errors(form, former.id());
        if (!errors.isEmpty()) {
            return incorrect(page(form, errors, false, PATH + "/" + slug + "/modifier"));
        }
        registration.change(former, form, viewer);
        return new ModelAndView("redirect:" + PATH + "/" + slug);
    }

    private PartnerFormPage page(PartnerForm form, FormErrors errors, boolean fresh, String path) {
        return new PartnerFormPage(form, errors, organisation.units(), registration.free(), fresh, path);
    }

    private static ModelAndView incorrect(PartnerFormPage page) {
        return Pages.page("partners/watch/form", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Partner partner(String slug) {
        return partners.bySlug(slug).orElseThrow(NotFoundException::new);
    }
}
