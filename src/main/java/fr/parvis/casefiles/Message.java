package fr.parvis.casefiles;

import fr.parvis.casefiles.JournalEntry.Kind;
import fr.parvis.documents.StoredFile;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people write to each other, and the rules of such texts, the same for residents and agents.
 *
 * @param form which showing of the form it was typed in: from one, the same message is kept once, however often it is
 *     sent; empty when it came from no form
 */
public record Message(String text, List<StoredFile> files, String form) {

    /** In characters. */
    static final int LONGEST = 4_000;

    public Message {
        files = List.copyOf(files);
    }

    public static Message of(String text, StoredFile... files) {
        return new Message(text, List.of(files), "");
    }

    /** What a resident sends: files alone are told by their names. */
    public static Message sent(String text, List<StoredFile> files, String form) {
        return new Message(text.isEmpty() ? named(files) : text, files, form);
    }

    private static String named(List<StoredFile> files) {
        return (files.size() == 1 ? "Pièce jointe" : "Pièces jointes") + French.NBSP + ": "
                + files.stream().map(StoredFile::name).collect(Collectors.joining(", "));
    }

    /** Names this message: the same one sent again by the same person on the same case has the same name. */
    UUID id(CaseFile file, Viewer author, Kind kind) {
        if (form.isEmpty()) {
            return UUID.randomUUID();
        }
        var sent = files.stream().map(one -> one.name() + "/" + one.size()).toList();
        var all = List.of(file.id(), author.account(), kind, form, text, sent);
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What is wrong with a message, in plain French; null when it can be sent. */
    public static @Nullable String problem(String text) {
        return text.isBlank() ? "Écrivez votre message avant de l’envoyer." : fault(text, LONGEST);
    }

    /** What is wrong with a text that may be empty, in plain French; null when nothing is. */
    static @Nullable String fault(String text, int longest) {
        if (text.length() > longest) {
            return "Ce texte est trop long\u00a0: " + French.count(longest, "caractère", "caractères")
                    + " au plus. Il en compte " + text.length() + ".";
        }
        return text.chars().anyMatch(Message::isForbidden)
                ? "Ce texte contient des caractères invisibles\u00a0: recopiez-le sans mise en forme."
                : null;
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
