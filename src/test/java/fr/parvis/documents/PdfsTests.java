package fr.parvis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.testing.Providers;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfsTests {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "fr.parvis.templates");

    /** A small receipt, as a template of another module gives it to the letter. */
    private record Receipt(String typed) implements Content {

        @Override
        public void writeTo(TemplateOutput output) {
            output.writeContent("""
                    <h1>Accusé de réception</h1>
                    <p>Madame, Monsieur, votre demande a été reçue&nbsp;: référence <b>K7M-4XT-9RA</b>.</p>
                    <h2>Ce que vous avez envoyé</h2>
                    <img src="https://example.org/pixel.png" alt="" />
                    <img src="file:///etc/passwd" alt="" />
                    <ul><li>bail.pdf</li><li>photo.jpg</li></ul>
                    <p class="typed">""");
            ((HtmlTemplateOutput) output).setContext("p", null);
            ((HtmlTemplateOutput) output).writeUserContent(typed);
            output.writeContent("</p>");
        }
    }

    @Test
    void makesATaggedPdfThatReadsAloud() throws IOException {
        try (var pdf = rendered("Où se garer l’été, œuvre & « façade »")) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getLanguage()).isEqualTo("fr");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Accusé de réception");
            var metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata).contains("pdfuaid:part").contains("Accusé de réception");
        }
    }

    @Test
    void embedsEveryFont() throws IOException {
        try (var pdf = rendered("Texte")) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("LiberationSans");
                }
            }
        }
    }

    @Test
    void keepsAccentsWhenTextIsExtracted() throws IOException {
        assertThat(text("Où se garer l’été, œuvre & « façade » à 84,60 €"))
                .contains("votre demande a été reçue")
                .contains("Où se garer l’été, œuvre & « façade » à 84,60 €")
                .contains("Ville de Suresnes")
                .contains("Page 1 sur 1");
    }

    @Test
    void printsWhatWasTypedWhateverItHolds() throws IOException {
        assertThat(text("a\u0000\u0008\uFFFE<script>alert(1)</script> ]]> &amp;"))
                .contains("a<script>alert(1)</script> ]]> &amp;");
    }

    @Test
    void numbersThePagesOfALongLetter() throws IOException {
        try (var pdf = rendered("ligne\n".repeat(300))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            assertThat(new PDFTextStripper().getText(pdf)).contains("Page 2 sur " + pages);
        }
    }

    private static String text(String typed) throws IOException {
        try (var pdf = rendered(typed)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static PDDocument rendered(String typed) throws IOException {
        var html = new StringOutput();
        TEMPLATES.render(
                "documents/letter.jte",
                Map.of("title", "Accusé de réception", "town", Providers.suresnes(), "content", new Receipt(typed)),
                html);
        return Loader.loadPDF(new Pdfs(TEMPLATES).print(html.toString()));
    }
}
