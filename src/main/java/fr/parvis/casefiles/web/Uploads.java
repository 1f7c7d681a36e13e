package fr.parvis.casefiles.web;

import fr.parvis.documents.Documents;
import fr.parvis.documents.StoreOutcome;
import fr.parvis.documents.StoredFile;
import fr.parvis.kernel.web.FormErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** Files sent with a message or for a document asked for: all of them kept and used, or none and the reasons. */
@Component
public class Uploads {

    private static final int MOST_FILES = 10;

    private final Documents documents;

    Uploads(Documents documents) {
        this.documents = documents;
    }

    /**
     * Keeps the files really chosen for a field and hands them to {@code use}, in one transaction: when {@code use}
     * throws, none of them stays without an owner.
     *
     * @return why they were not kept, or the errors of {@code use}
     */
    @Transactional
    public FormErrors keep(String field, List<MultipartFile> sent, Function<List<StoredFile>, FormErrors> use) {
        var chosen = chosen(sent);
        if (chosen.size() > MOST_FILES) {
            return FormErrors.of(field, "Envoyez " + MOST_FILES + " fichiers au plus à la fois.");
        }
        List<StoredFile> kept = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (var file : chosen) {
            switch (receive(file)) {
                case StoreOutcome.Stored(var stored) -> kept.add(stored);
                case StoreOutcome.Refused refused -> reasons.add(refused.about(nameOf(file)));
            }
        }
        if (reasons.isEmpty()) {
            return use.apply(kept);
        }
        documents.delete(kept.stream().map(StoredFile::id).toList());
        return FormErrors.of(field, String.join(" ", reasons));
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

    private StoreOutcome receive(MultipartFile file) {
        var tooLarge = documents.tooLarge(file.getSize());
        return tooLarge.isPresent() ? tooLarge.get() : documents.receive(nameOf(file), contentOf(file));
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
