package fr.parvis.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A real SMTP server in this process, which the program under test sends its messages to; it takes any address. */
public final class MailServer {

    private static final GreenMail SERVER = start();
    private static final Set<MimeMessage> FORGOTTEN = ConcurrentHashMap.newKeySet();

    private MailServer() {}

    public static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** The messages that arrived for an address, oldest first. */
    public static List<MimeMessage> receivedBy(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> isFor(message, address) && !FORGOTTEN.contains(message))
                .toList();
    }

    /** Leaves the messages of an address so far out of what it received. */
    public static void forget(String address) {
        FORGOTTEN.addAll(receivedBy(address));
    }

    private static boolean isFor(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static GreenMail start() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }
}
