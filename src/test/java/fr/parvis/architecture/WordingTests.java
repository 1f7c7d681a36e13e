package fr.parvis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** French typography, and one word for one thing, in everything that templates say. */
class WordingTests {

    private static final List<Pattern> FAULTS = List.of(
            Pattern.compile("[^\\n]*\\S[ \\n]+[:;?!»](?=[\\s<\u0001]|$)[^\\n]*"), // a line may break before the sign
            Pattern.compile("[^\\n]*\\p{L}[;?!](?=[\\s<\u0001]|$)[^\\n]*"), // no space at all
            Pattern.compile("[^\\n]*«[ \\n][^\\n]*"),
            Pattern.compile("[^\\n]*\\p{L}'\\p{L}[^\\n]*"), // the typographic apostrophe is ’
            Pattern.compile("[^\\n]*\\b([Ee]-mails?|[Mm]ails?)\\b[^\\n]*")); // adresse électronique, courriel

    @Test
    void templatesKeepToFrenchTypography() {
        var templates = SourceTree.files(SourceTree.TEMPLATES, ".jte");
        assertThat(templates).isNotEmpty();
        assertThat(templates.stream().flatMap(WordingTests::faults)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Besoin d’aide ?</p>",
                "<p>Besoin d’aide?</p>",
                "<p>l'adresse</p>",
                "<p>Votre adresse e-mail</p>",
                "@template.ui.input(label = \"Quand ?\")",
                "${page.late() ? \"Trop tard !\" : \"\"}",
                "@template.ui.layout(title = \"x\", content = @`<p>Voici : tout</p>`)"
            })
    void catchesFaults(String template) {
        assertThat(faultsIn(template)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Besoin d’aide&nbsp;? <a href=\"/services?q=x\">Oui</a></p>",
                "@if(page.a() != null ? b : !c)x@endif",
                "<p class=\"${a ? \"x\" : \"y\"}\">Bonjour</p>",
                "<input type=\"email\" name=\"email\">",
                "!{var error = a ? b : c;}"
            })
    void leavesCodeAlone(String template) {
        assertThat(faultsIn(template)).isEmpty();
    }

    private static Stream<String> faults(Path file) {
        return faultsIn(SourceTree.read(file)).map(fault -> file + ": " + fault);
    }

    private static Stream<String> faultsIn(String template) {
        var words = TemplateText.of(template).replace("&nbsp;", "\u00a0").replaceAll("&#?\\w+;", "x");
        return FAULTS.stream()
                .flatMap(fault -> fault.matcher(words).results())
                .map(found -> found.group().replace("\u0001", "").strip());
    }
}
