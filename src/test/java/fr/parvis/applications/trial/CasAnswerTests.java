package fr.parvis.applications.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a CAS answer. */
class CasAnswerTests {

    private static final String ANSWER = """
            <cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess>
            <cas:user>abc</cas:user><cas:attributes><cas:given_name>Zoé &amp; Léa</cas:given_name>
            <cas:fr.parvis.identity_level>DECLARED</cas:fr.parvis.identity_level>
            </cas:attributes></cas:authenticationSuccess></cas:serviceResponse>""";

    @Test
    void namesWithDotsAndEntitiesAreRead() throws IOException {
        assertThat(CasAnswer.facts(ANSWER))
                .containsExactly(
                        entry("user", "abc"),
                        entry("given_name", "Zoé & Léa"),
                        entry("fr.parvis.identity_level", "DECLARED"));
    }

    @Test
    void nothingOutsideTheAnswerIsRead(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "mot de passe");
        var answer = "<!DOCTYPE a [<!ENTITY b SYSTEM \"" + secret.toUri() + "\">]><a><user>&b;</user></a>";
        assertThatThrownBy(() -> assertThat(CasAnswer.facts(answer)).doesNotContainValue("mot de passe"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNotXmlIsSaid() {
        assertThatThrownBy(() -> CasAnswer.facts("<html><p>")).hasMessageContaining("pas du XML");
    }
}
