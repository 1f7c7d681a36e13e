package fr.parvis.partners.feeds.mailbox;

import fr.parvis.partners.feeds.files.FeedFiles;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables that a message carries. */
final class Attachments {

    /** More in one message are not looked at. */
    static final int MOST = 20;

    private static final int DEEPEST = 5;

    private final List<Attachment> found = new ArrayList<>();

    private Attachments() {}

    /** A table, whole. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Attachment(String name, byte[] content) {}

    /** Those of a message; one more than {@link #MOST} when there are too many. */
    static List<Attachment> of(Part message) throws MessagingException, IOException {
        var attachments = new Attachments();
        attachments.look(message, 0);
        return attachments.found;
    }

    private void look(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && depth < DEEPEST) {
            var parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount() && found.size() <= MOST; i++) {
                BodyPart inner = parts.getBodyPart(i);
                look(inner, depth + 1);
            }
        } else if (part.getFileName() != null) {
            var name = MimeUtility.decodeText(part.getFileName());
            if (name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|ods)")) {
                try (var stream = part.getInputStream()) {
                    found.add(new Attachment(name, stream.readNBytes(FeedFiles.LARGEST + 1)));
                }
            }
        }
    }
}
