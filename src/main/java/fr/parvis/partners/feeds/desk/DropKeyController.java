package fr.parvis.partners.feeds.desk;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerKeys;
import fr.parvis.partners.Partners;
import fr.parvis.partners.feeds.sftp.DropKey;
import fr.parvis.partners.feeds.sftp.DropKeys;
import fr.parvis.partners.feeds.sftp.KeyOutcome;
import fr.parvis.partners.feeds.sftp.PublicKeyLine;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public keys with which a partner drops files; who gave them and took them back is noted. */
@Controller
@RequestMapping(PartnerFeedController.PATH + "/cles")
@Access(Audience.ADMINISTRATOR)
class DropKeyController {

    private static final String FIELD = "key";

    private final Partners partners;
    private final DropKeys keys;
    private final PartnerKeys journal;
    private final FeedView view;
    private final Clock clock;

    DropKeyController(Partners partners, DropKeys keys, PartnerKeys journal, FeedView view, Clock clock) {
        this.partners = partners;
        this.keys = keys;
        this.journal = journal;
        this.view = view;
        this.clock = clock;
    }

    @PostMapping
    @RecentlyConfirmed
    @Transactional
    ModelAndView add(Viewer viewer, @PathVariable String slug, @RequestParam String key) {
        var partner = partner(slug);
        return switch (PublicKeyLine.read(key, clock.instant())) {
            case KeyOutcome.Wrong(var why) -> refused(partner, why, key);
            case KeyOutcome.Good(var good) -> add(viewer, partner, good, key);
        };
    }

    @PostMapping("/retirer")
    @RecentlyConfirmed
    @Transactional
    String remove(Viewer viewer, @PathVariable String slug, @RequestParam String empreinte) {
        var partner = partner(slug);
        if (keys.remove(partner, empreinte)) {
            journal.note(partner, "clé SFTP " + empreinte + " retirée", viewer);
        }
        return "redirect:" + there(partner);
    }

    private ModelAndView add(Viewer viewer, Partner partner, DropKey key, String typed) {
        var known = keys.of(partner);
        if (known.stream().anyMatch(one -> one.fingerprint().equals(key.fingerprint()))) {
            return refused(partner, "Cette clé est déjà dans la liste.", typed);
        }
        if (known.size() >= DropKeys.MOST) {
            return refused(
                    partner, "Pas plus de " + DropKeys.MOST + " clés : retirez celles qui ne servent plus.", typed);
        }
        keys.add(partner, key);
        journal.note(partner, "clé SFTP " + key.fingerprint() + " ajoutée", viewer);
        return new ModelAndView("redirect:" + there(partner));
    }

    private ModelAndView refused(Partner partner, String why, String typed) {
        return view.refused(partner, FormErrors.of(FIELD, French.typeset(why)), typed);
    }

    private static String there(Partner partner) {
        return PartnerFeedController.there(partner.slug()) + "#depot";
    }

    private Partner partner(String slug) {
        return partners.bySlug(slug).orElseThrow(NotFoundException::new);
    }
}
