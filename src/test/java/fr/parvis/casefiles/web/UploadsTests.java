package fr.parvis.casefiles.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.testing.ParvisTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

@ParvisTest
class UploadsTests {

    private static final FormErrors NONE = FormErrors.none();

    @Autowired
    Uploads uploads;

    @Autowired
    JdbcClient jdbc;

    private final String name = UUID.randomUUID() + ".pdf";

    /** As when the case was passed to another service meanwhile. */
    @Test
    void aFileNobodyTakesIsNotKept() {
        assertThatThrownBy(() -> uploads.keep("fichiers", List.of(pdf(name)), files -> {
                    assertThat(rows()).isOne();
                    throw new NotFoundException();
                }))
                .isInstanceOf(NotFoundException.class);
        assertThat(rows()).isZero();
    }

    @Test
    void oneRefusedFileRefusesAllAndEachRefusalIsTold() {
        var empty = new MockMultipartFile("fichiers", "vide.png", null, new byte[0]);
        var text = new MockMultipartFile("fichiers", "menteur.pdf", null, new byte[] {'a', 'b'});
        var errors = uploads.keep("fichiers", List.of(empty, pdf(name), text), files -> NONE);
        assertThat(errors.get("fichiers")).contains("vide.png", "menteur.pdf").doesNotContain(name);
        assertThat(rows()).isZero();
    }

    @Test
    void filesTakenAreKept() {
        assertThat(uploads.keep("fichiers", List.of(pdf(name)), files -> NONE)).isEqualTo(NONE);
        assertThat(rows()).isOne();
    }

    private int rows() {
        return jdbc.sql("select count(*) from documents.file where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private static MultipartFile pdf(String name) {
        return new MockMultipartFile("fichiers", name, null, CaseCast.pdf(name));
    }
}
