package fr.parvis.identity.web;

import fr.parvis.identity.accounts.CivilIdentityTable;
import fr.parvis.identity.confirmation.Holder;
import fr.parvis.identity.franceconnect.FranceConnectDoor;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is certified of a person, by whom and since when; read only, for nobody corrects their civil status here. */
@Controller
@Access(Audience.SIGNED_IN)
class IdentityController {

    static final String PATH = "/compte/identite";

    private final Holder holder;
    private final CivilIdentityTable identities;
    private final FranceConnectDoor franceConnect;

    IdentityController(Holder holder, CivilIdentityTable identities, FranceConnectDoor franceConnect) {
        this.holder = holder;
        this.identities = identities;
        this.franceConnect = franceConnect;
    }

    @GetMapping(PATH)
    ModelAndView show(Viewer viewer) {
        var certified = identities
                .find(viewer.account())
                .map(IdentityPage.Certified::of)
                .orElse(null);
        return Pages.page(
                "identity/identity",
                new IdentityPage(viewer.fullName(), holder.account(viewer).email(), certified, franceConnect.isOpen()));
    }
}
