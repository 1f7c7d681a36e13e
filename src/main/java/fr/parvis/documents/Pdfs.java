package fr.parvis.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** Tagged PDF (PDF/UA) from templates. */
@Service
public class Pdfs {

    private static final String FAMILY = "Liberation Sans";

    /** What XML 1.0 cannot hold, such as control characters pasted into a form. */
    private static final String NOT_XML = "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final TemplateEngine engine;
    private final List<Font> fonts;

    Pdfs(TemplateEngine engine) {
        this.engine = engine;
        this.fonts = List.of(
                Font.load("Regular", 400, FontStyle.NORMAL),
                Font.load("Bold", 700, FontStyle.NORMAL),
                Font.load("Italic", 400, FontStyle.ITALIC),
                Font.load("BoldItalic", 700, FontStyle.ITALIC));
        // the library tells each step of each document
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Font(byte[] bytes, int weight, FontStyle style) {

        static Font load(String name, int weight, FontStyle style) {
            try {
                var file = new ClassPathResource("liberation/LiberationSans-" + name + ".ttf");
                return new Font(file.getContentAsByteArray(), weight, style);
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
    }

    /**
     * Renders the template {@code name} (a whole XHTML page without frame) with its {@code page} record. Nothing outside
     * of the page is loaded: no image, style sheet or link target.
     */
    public byte[] render(String name, Object page) {
        var html = new StringOutput();
        engine.render(name + ".jte", Map.of("page", page), html);
        return print(html.toString());
    }

    byte[] print(String html) {
        var xml = html.toString()
                .replace("&nbsp;", "&#160;")
                .replaceAll(NOT_XML, "")
                .strip();
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfVersion(1.7f)
                .withProducer("Parvis")
                .useUriResolver((base, uri) -> null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withHtmlContent(xml, null)
                .toStream(pdf);
        fonts.forEach(font -> builder.useFont(
                () -> new ByteArrayInputStream(font.bytes()), FAMILY, font.weight(), font.style(), true));
        try {
            builder.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return pdf.toByteArray();
    }
}
