package fr.parvis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FileResponseTests {

    private static final byte[] CONTENT = {1, 2, 3};

    @Test
    void showsAPdfWithoutLettingItAct() {
        var headers = FileResponse.of(file("Décision n°1.pdf", "application/pdf"), CONTENT)
                .getHeaders();

        assertThat(headers.getFirst("Content-Disposition"))
                .startsWith("inline;")
                .contains("filename*=UTF-8''D%C3%A9cision%20n%C2%B01.pdf");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(headers.getCacheControl()).contains("no-store").contains("private");
    }

    @Test
    void offersOtherTypesToSave() {
        var response = FileResponse.of(file("lettre.odt", FileType.ODT.mediaType()), CONTENT);

        assertThat(response.getHeaders().getFirst("Content-Disposition")).startsWith("attachment;");
        assertThat(response.getBody()).isEqualTo(CONTENT);
    }

    @Test
    void keepsANameInsideItsHeader() {
        var disposition = FileResponse.of(file("a\"; filename=\"b.exe", "application/pdf"), CONTENT)
                .getHeaders()
                .getFirst("Content-Disposition");

        assertThat(disposition).doesNotContain("filename=\"b.exe\"").doesNotContain("\n");
    }

    private static StoredFile file(String name, String mediaType) {
        return new StoredFile(UUID.randomUUID(), name, mediaType, 3, "0".repeat(64), Instant.EPOCH);
    }
}
