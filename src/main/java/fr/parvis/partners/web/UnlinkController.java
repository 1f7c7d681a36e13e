package fr.parvis.partners.web;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.FamilyLinks;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Undoing a link of one's own. */
@Controller
@RequestMapping("/mes-services/liens/{id}/retrait")
@Access(Audience.SIGNED_IN)
class UnlinkController {

    private final FamilyLinks links;
    private final Partners partners;

    UnlinkController(FamilyLinks links, Partners partners) {
        this.links = links;
        this.partners = partners;
    }

    @GetMapping
    ModelAndView ask(Viewer viewer, @PathVariable UUID id) {
        var link = links.find(viewer.account(), id).orElseThrow(NotFoundException::new);
        boolean last = links.of(viewer.account()).stream()
                .noneMatch(other ->
                        other.partner().equals(link.partner()) && !other.id().equals(id));
        return Pages.page(
                "partners/unlink", new UnlinkPage(partners.find(link.partner()).orElseThrow(), link, last));
    }

    @PostMapping
    String unlink(Viewer viewer, @PathVariable UUID id) {
        if (!links.unlink(viewer.account(), id)) {
            throw new NotFoundException();
        }
        return "redirect:/mes-services?fait=retrait";
    }
}
