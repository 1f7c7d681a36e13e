package fr.parvis.testing;

import static org.awaitility.Awaitility.await;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody reads their e-mails, which really travelled by SMTP. */
public final class Inbox {

    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{3})\\s?(\\d{3})\\s*$");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Inbox() {}

    /** The code of the message that arrived since the last time somebody read here. */
    public static String code(String address) {
        var code = CODE.matcher(read(address, "Votre code"));
        if (!code.find()) {
            throw new AssertionError("no code in the message");
        }
        return code.group(1) + code.group(2);
    }

    /** Waits for the message whose subject begins so and returns its text; all that arrived by then is then read. */
    public static String read(String address, String subject) {
        var message = await("a message « " + subject + " »")
                .atMost(PATIENCE)
                .until(() -> find(address, subject), Optional::isPresent)
                .orElseThrow();
        MailServer.forget(address);
        return text(message);
    }

    private static Optional<MimeMessage> find(String address, String subject) throws MessagingException {
        for (var message : MailServer.receivedBy(address)) {
            if (message.getSubject().startsWith(subject)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    private static String text(MimeMessage message) {
        try {
            return text(message.getContent());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The plain text, which is the first part of whatever the message is made of. */
    private static String text(Object content) throws IOException, MessagingException {
        if (content instanceof Multipart parts) {
            BodyPart first = parts.getBodyPart(0);
            return text(first.getContent());
        }
        return content.toString();
    }
}
