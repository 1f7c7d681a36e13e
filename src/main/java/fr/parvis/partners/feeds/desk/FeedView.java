package fr.parvis.partners.feeds.desk;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.Pages;
import fr.parvis.partners.Partner;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.files.FeedFiles;
import fr.parvis.partners.feeds.mailbox.MailAddresses;
import fr.parvis.partners.feeds.polling.Polls;
import fr.parvis.partners.feeds.sftp.DropKeys;
import fr.parvis.partners.feeds.sftp.SftpServer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts together how a partner is listened to. */
@Component
class FeedView {

    private static final String TEMPLATE = "partners/feeds/feed";
    private static final int FILES_SHOWN = 20;

    private final Settings settings;
    private final Feeds feeds;
    private final Polls polls;
    private final FeedFiles files;
    private final MailAddresses addresses;
    private final SftpServer sftp;
    private final DropKeys keys;

    FeedView(
            Settings settings,
            Feeds feeds,
            Polls polls,
            FeedFiles files,
            MailAddresses addresses,
            SftpServer sftp,
            DropKeys keys) {
        this.settings = settings;
        this.feeds = feeds;
        this.polls = polls;
        this.files = files;
        this.addresses = addresses;
        this.sftp = sftp;
        this.keys = keys;
    }

    ModelAndView shown(Partner partner) {
        return Pages.page(TEMPLATE, page(partner, FormErrors.none(), ""));
    }

    /** The page again, with what must be corrected and the key that was typed. */
    ModelAndView refused(Partner partner, FormErrors errors, String key) {
        return Pages.page(TEMPLATE, page(partner, errors, key), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private FeedPage page(Partner partner, FormErrors errors, String key) {
        return new FeedPage(
                partner.name(),
                PartnerFeedController.there(partner.slug()),
                feeds.document(partner).isPresent(),
                polls.find(partner)
                        .map(poll -> FeedPage.Reading.of(
                                poll, polls.progress(partner).orElseThrow()))
                        .orElse(null),
                files.recent(partner, FILES_SHOWN).stream()
                        .map(file -> FeedPage.Line.of(file, files.counts(file)))
                        .toList(),
                addresses.isOpen(),
                addresses.of(partner).orElse(""),
                depot(partner, key),
                errors);
    }

    private FeedPage.@Nullable Depot depot(Partner partner, String key) {
        return sftp.address()
                .map(address -> new FeedPage.Depot(
                        settings.baseUrl().getHost(),
                        address.port(),
                        partner.slug(),
                        address.fingerprint(),
                        keys.of(partner),
                        key))
                .orElse(null);
    }
}
