package fr.parvis.documents;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a file goes out over HTTP so that nothing in it can act as a page of the portal. */
public final class FileResponse {

    private static final Set<String> SHOWN_IN_BROWSER = Set.of("application/pdf", "image/jpeg", "image/png");

    private FileResponse() {}

    /** Shown in the browser when it is a PDF, JPEG or PNG, saved otherwise, under its own name (RFC 6266). */
    public static ResponseEntity<byte[]> of(StoredFile file, byte[] content) {
        var disposition = SHOWN_IN_BROWSER.contains(file.mediaType())
                ? ContentDisposition.inline()
                : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        "Content-Disposition",
                        disposition
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(content);
    }
}
