package fr.parvis.partners.feeds.desk;

import fr.parvis.kernel.French;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.feeds.files.Acknowledgement;
import fr.parvis.partners.feeds.files.FeedFile;
import fr.parvis.partners.feeds.files.FeedFile.Channel;
import fr.parvis.partners.feeds.files.FeedFiles;
import fr.parvis.partners.feeds.files.FileOutcome;
import fr.parvis.partners.feeds.mailbox.MailAddresses;
import fr.parvis.partners.feeds.polling.Polls;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** How a partner who cannot push is listened to, at a glance; its files. */
@Controller
@RequestMapping(PartnerFeedController.PATH)
@Access(Audience.ADMINISTRATOR)
class PartnerFeedController {

    static final String PATH = "/bureau/partenaires/{slug}/alimentation";

    private final Partners partners;
    private final Polls polls;
    private final FeedFiles files;
    private final MailAddresses addresses;
    private final FeedView view;

    PartnerFeedController(Partners partners, Polls polls, FeedFiles files, MailAddresses addresses, FeedView view) {
        this.partners = partners;
        this.polls = polls;
        this.files = files;
        this.addresses = addresses;
        this.view = view;
    }

    static String there(String slug) {
        return PATH.replace("{slug}", slug);
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug) {
        return view.shown(partner(slug));
    }

    @PostMapping("/fichiers")
    @RecentlyConfirmed
    ModelAndView upload(@PathVariable String slug, @RequestParam MultipartFile file) throws IOException {
        var partner = partner(slug);
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (files.receive(partner, Channel.DESK, name, file.getBytes())) {
            case FileOutcome.Kept kept -> new ModelAndView("redirect:" + there(slug) + "#fichiers");
            case FileOutcome.Known known ->
                refused(partner, "Ce fichier est déjà venu : il est dans la liste, où vous pouvez le faire relire.");
            case FileOutcome.WrongSize() ->
                refused(
                        partner,
                        "Choisissez un fichier qui n’est pas vide, de " + French.size(FeedFiles.LARGEST) + " au plus.");
        };
    }

    @GetMapping("/fichiers/{id}/accuse")
    ResponseEntity<byte[]> acknowledgement(@PathVariable String slug, @PathVariable UUID id) {
        var file = file(slug, id);
        return Acknowledgement.answer(file, files.lines(file));
    }

    @PostMapping("/fichiers/{id}/relire")
    @RecentlyConfirmed
    String replay(@PathVariable String slug, @PathVariable UUID id) {
        files.replay(file(slug, id));
        return "redirect:" + there(slug) + "#fichiers";
    }

    @PostMapping("/boite")
    @RecentlyConfirmed
    String renewAddress(@PathVariable String slug) {
        addresses.renew(partner(slug));
        return "redirect:" + there(slug) + "#boite";
    }

    @PostMapping("/relecture")
    @RecentlyConfirmed
    String restart(@PathVariable String slug) {
        polls.restart(partner(slug));
        return "redirect:" + there(slug) + "#interrogation";
    }

    private ModelAndView refused(Partner partner, String why) {
        return view.refused(partner, FormErrors.of("file", why), "");
    }

    private FeedFile file(String slug, UUID id) {
        return files.find(partner(slug), id).orElseThrow(NotFoundException::new);
    }

    private Partner partner(String slug) {
        return partners.bySlug(slug).orElseThrow(NotFoundException::new);
    }
}
