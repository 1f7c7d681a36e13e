package fr.parvis.casefiles.web;

import fr.parvis.documents.Documents;
import fr.parvis.documents.StoreOutcome;
import fr.parvis.documents.StoredFile;
import fr.parvis.kernel.web.FormErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** Files sent with a form, one field at a time: all of them kept, or none and the reason. */
@Component
public class Uploads {

    private static final int MOST_FILES = 10;

    private final Documents documents;

    Uploads(Documents documents) {
        this.documents = documents;
    }

    /** The result of keeping the files of a field. */
    public record Kept(List<StoredFile> files, FormErrors errors) {}

    /** Keeps the files really chosen for a field. */
    public Kept keep(String field, List<MultipartFile> sent) {
        var chosen = chosen(sent);
        if (chosen.size() > MOST_FILES) {
            return new Kept(List.of(), FormErrors.of(field, "Envoyez " + MOST_FILES + " fichiers au plus à la fois."));
        }
        List<StoredFile> kept = new ArrayList<>();
        for (var file : chosen) {
            switch (documents.receive(nameOf(file), contentOf(file))) {
                case StoreOutcome.Stored(var stored) -> kept.add(stored);
                case StoreOutcome.Refused(var reason) -> {
                    documents.delete(kept.stream().map(StoredFile::id).toList());
                    return new Kept(List.of(), FormErrors.of(field, reason));
                }
            }
        }
        return new Kept(kept, FormErrors.none());
    }

    /** The files sent for a field; none when the form did not come as multipart, as one that is sent again. */
    public static List<MultipartFile> sent(NativeWebRequest request, String field) {
        var files = request.getNativeRequest(MultipartRequest.class);
        return files == null ? List.of() : files.getFiles(field);
    }

    /** The files really chosen: browsers send an empty one for a field left empty. */
    static List<MultipartFile> chosen(List<MultipartFile> sent) {
        return sent.stream().filter(file -> !nameOf(file).isEmpty()).toList();
    }

    static String nameOf(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    static byte[] contentOf(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
