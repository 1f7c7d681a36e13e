package fr.parvis.notifications;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Town;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The SMTP server of the settings, if there is one, and messages as it takes them. */
@Component
class SmtpServer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String TIMEOUT_MILLIS = "15000";

    private final Settings settings;
    private final ObjectProvider<Town.Source> town;
    private final EmailRendering rendering;
    private final Clock clock;
    private final @Nullable JavaMailSenderImpl sender;

    SmtpServer(Settings settings, ObjectProvider<Town.Source> town, EmailRendering rendering, Clock clock) {
        this.settings = settings;
        this.town = town;
        this.rendering = rendering;
        this.clock = clock;
        var smtp = settings.smtp();
        this.sender = smtp == null ? null : sender(smtp);
        if (smtp == null && !settings.demo()) {
            LOG.warn("No mail server is configured (PARVIS_SMTP_HOST): e-mails wait until there is one");
        }
    }

    boolean isConfigured() {
        return sender != null;
    }

    /**
     * Sends a message under an id that stays the same at each attempt.
     *
     * @throws MessagingException or a MailException when the server does not take it
     */
    void send(UUID id, Email email) throws MessagingException {
        if (sender == null) {
            throw new IllegalStateException("no mail server is configured");
        }
        sender.send(message(sender.createMimeMessage(), id, email));
    }

    private MimeMessage message(MimeMessage message, UUID id, Email email) throws MessagingException {
        message.setFrom(from());
        message.setRecipient(Message.RecipientType.TO, recipient(email));
        message.setSubject(email.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", "<" + id + "@" + settings.baseUrl().getHost() + ">");
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
        message.setHeader("Content-Language", "fr");
        message.setContent(new MimeMultipart(
                "alternative", part(rendering.text(email), "plain"), part(rendering.html(email), "html")));
        return message;
    }

    private InternetAddress from() throws MessagingException {
        try {
            return new InternetAddress(
                    settings.mailFrom(), town.getObject().town().portalName(), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("UTF-8 is part of every JDK", impossible);
        }
    }

    private static InternetAddress recipient(Email email) throws MessagingException {
        var address = new InternetAddress(email.to(), true);
        address.validate();
        return address;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static JavaMailSenderImpl sender(Settings.Smtp smtp) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(smtp.host());
        sender.setPort(smtp.port());
        sender.setUsername(smtp.user());
        sender.setPassword(smtp.password());
        sender.setDefaultEncoding(UTF_8);
        var properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.auth", String.valueOf(smtp.user() != null));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(smtp.startTls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(smtp.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return sender;
    }
}
