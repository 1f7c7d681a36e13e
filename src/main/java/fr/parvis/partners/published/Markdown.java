package fr.parvis.partners.published;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A page of the guide as HTML: without HTML of its own, with headings that links of other pages may name. */
record Markdown(String title, String html) {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Markdown::attributes)
            .build();

    /** Its title is its first heading. */
    static Markdown of(String text) {
        var page = PARSER.parse(text);
        var first = page.getFirstChild();
        return new Markdown(first instanceof Heading heading ? words(heading) : "", RENDERER.render(page));
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if ("table".equals(tag)) {
            attributes.put("class", "list");
        }
        if (node instanceof Heading) {
            attributes.put("id", anchor(words(node)));
        }
        if (node instanceof Link) {
            attributes.computeIfPresent("href", (name, sanitized) -> here(sanitized));
        }
    }

    /** Pages lie beside each other under their names. */
    private static String here(String destination) {
        return destination.contains("://") ? destination : destination.replaceFirst("\\.md(?=#|$)", "");
    }

    /** As GitHub names headings: "Contrôle de conformité" is {@code contrôle-de-conformité}. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String words(Node node) {
        var words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }
}
