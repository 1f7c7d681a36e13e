package fr.parvis.partners.feeds.mailbox;

import fr.parvis.kernel.Settings.Imap;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.feeds.files.FeedFile.Channel;
import fr.parvis.partners.feeds.files.FeedFiles;
import fr.parvis.partners.feeds.files.FileOutcome;
import fr.parvis.partners.feeds.mailbox.Attachments.Attachment;
import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the town's mailbox. A message counts for the partner to whose own address it was sent; once all its tables are
 * kept it is deleted, for they tell of residents. Others are marked as read and left to the town. When we are the ones who
 * cannot keep the tables, or the partner is suspended, the message stays as it is, to be read again.
 */
@Component
class MailboxReading {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxReading.class);
    private static final int AT_A_TIME = 100;
    private static final String PATIENCE_MILLIS = "20000";

    /** Where mail servers write the address that a message was delivered to. */
    private static final List<String> RECIPIENTS = List.of("Delivered-To", "X-Original-To", "Envelope-To");

    private final MailAddresses addresses;
    private final Partners partners;
    private final FeedFiles files;
    private final TransactionTemplate transaction;

    MailboxReading(MailAddresses addresses, Partners partners, FeedFiles files, TransactionTemplate transaction) {
        this.addresses = addresses;
        this.partners = partners;
        this.files = files;
        this.transaction = transaction;
    }

    void read(Imap box) {
        var protocol = box.tls() ? "imaps" : "imap";
        try (var store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(box.host(), box.port(), box.user(), box.password());
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                read(box, inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)));
            }
        } catch (MessagingException unreachable) {
            LOG.warn("the mailbox of partners cannot be read: {}", unreachable.toString());
        }
    }

    /** What becomes of a message. */
    private enum Fate {
        /** It is deleted. */
        TAKEN,
        /** It is left to the town. */
        LEFT,
        /** It is read another time. */
        AWAITED
    }

    /** Those that must wait keep no others waiting, however many they are. */
    private void read(Imap box, Message... unseen) throws MessagingException {
        int looked = 0;
        for (int i = 0; i < unseen.length && looked < AT_A_TIME; i++) {
            looked += read(box, unseen[i]) ? 1 : 0;
        }
    }

    /** Whether it was looked into. One that cannot be read keeps no other from being read. */
    private boolean read(Imap box, Message message) throws MessagingException {
        try {
            var fate = take(box, message);
            if (fate != Fate.AWAITED) {
                message.setFlag(fate == Fate.TAKEN ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
            }
            return fate != Fate.AWAITED;
        } catch (NestedRuntimeException ours) {
            LOG.error(
                    "a message to the mailbox of partners could not be kept, and will be read again: {}",
                    ours.getClass().getName());
            return true;
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            LOG.warn(
                    "a message to the mailbox of partners cannot be read: {}",
                    unreadable.getClass().getName());
            message.setFlag(Flags.Flag.SEEN, true);
            return true;
        }
    }

    private Fate take(Imap box, Message message) throws MessagingException, IOException {
        var partner = partner(box, message).orElse(null);
        if (partner == null || !partners.isInCharge(partner)) {
            return Fate.LEFT;
        }
        if (partner.suspended()) {
            return Fate.AWAITED;
        }
        var attachments = Attachments.of(message);
        return Objects.requireNonNull(transaction.execute(status -> keep(partner, attachments)));
    }

    /** In one transaction: a message that is read again must not find some of its tables known. */
    private Fate keep(Partner partner, List<Attachment> attachments) {
        if (attachments.size() > Attachments.MOST) {
            files.refuseMail(partner, Attachments.MOST);
            return Fate.LEFT;
        }
        var outcomes = attachments.stream()
                .map(one -> files.receive(partner, Channel.MAIL, one.name(), one.content()))
                .toList();
        return outcomes.isEmpty() || outcomes.contains(new FileOutcome.WrongSize()) ? Fate.LEFT : Fate.TAKEN;
    }

    private Optional<Partner> partner(Imap box, Message message) throws MessagingException {
        List<String> recipients = new ArrayList<>();
        for (var header : RECIPIENTS) {
            var values = message.getHeader(header);
            recipients.addAll(values == null ? List.of() : List.of(values));
        }
        var named = message.getAllRecipients();
        for (var address : named == null ? new Address[0] : named) {
            if (address instanceof InternetAddress one) {
                recipients.add(one.getAddress());
            }
        }
        return recipients.stream()
                .flatMap(address -> addresses.owner(box, address).stream())
                .findFirst()
                .flatMap(partners::find);
    }

    private static Properties properties(String protocol) {
        var properties = new Properties();
        properties.setProperty("mail." + protocol + ".connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail." + protocol + ".timeout", PATIENCE_MILLIS);
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        // reading a message must not mark it as read: whether it is, is said once its tables are kept
        properties.setProperty("mail." + protocol + ".peek", "true");
        return properties;
    }
}
