package fr.parvis.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.kernel.web.FormErrors;
import fr.parvis.procedures.loading.Examples;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FieldsTemplateTests {

    private final Form form = Examples.procedure().form();

    @Test
    void tiesHintsAndErrorsToTheirField() {
        var typed = new Submission(Map.of("courriel", List.of("<b>zoe@")));

        var html = html(PageView.corrected(
                page("vous"), typed, Answers.empty(), FormErrors.of("courriel", "Écrivez une adresse complète")));

        assertThat(html)
                .contains("<label for=\"courriel\">")
                .contains("aria-describedby=\"courriel-erreur\" aria-invalid=\"true\"")
                .contains("value=\"&lt;b>zoe@\"")
                .contains("autocomplete=\"email\"")
                .contains("(facultatif)")
                .contains("<legend>Vous êtes");
    }

    @Test
    void listsFilesAndItemsWithButtonsThatNeedNoJavaScript() {
        var file = new FileAnswer(new UUID(0, 7), "carte.pdf", "application/pdf", 412_000);
        var answers = Answers.parse("{\"invites\":{\"items\":[{\"nom\":\"Ana\"},{\"nom\":\"Bo\"}]}}")
                .withFile("assurance", file);

        var html = html(PageView.of(page("pieces"), answers));

        assertThat(html)
                .contains("value=\"retirer-fichier:" + file.id() + "\"")
                .contains("412\u00a0ko")
                .contains("type=\"file\" id=\"assurance\" name=\"assurance\"")
                .contains("name=\"invites[1].nom\"", "id=\"invites-1-nom\"", "value=\"Bo\"")
                .contains("value=\"retirer:invites:1\"", "value=\"ajouter:invites\"")
                .contains("name=\"invites.nombre\" value=\"2\"");
        assertThat(html.indexOf("value=\"continuer\"")).isLessThan(html.indexOf("retirer-fichier"));
    }

    @Test
    void offersNoMoreFilesThanAllowed() {
        var answers = Answers.empty()
                .withFile("assurance", new FileAnswer(new UUID(0, 1), "a.pdf", "application/pdf", 1))
                .withFile("assurance", new FileAnswer(new UUID(0, 2), "b.pdf", "application/pdf", 1));

        assertThat(html(PageView.of(page("pieces"), answers))).doesNotContain("type=\"file\"");
    }

    private FormPage page(String key) {
        return form.page(key).orElseThrow();
    }

    private static String html(PageView page) {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "fr.parvis.templates");
        var output = new StringOutput();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        engine.render("procedures/fields.jte", parameters, output);
        return output.toString();
    }
}
