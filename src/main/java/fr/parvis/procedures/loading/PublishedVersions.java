package fr.parvis.procedures.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents that come with the program, and every version ever published, kept for the cases filed under it. */
@Component
public class PublishedVersions {

    private static final ProcedureFolder OF_EVERY_TOWN = new ProcedureFolder("classpath*:/procedures/*.yaml");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<ProcedureFolder> folders;

    PublishedVersions(JdbcClient jdbc, Clock clock, ObjectProvider<ProcedureFolder> others) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.folders =
                Stream.concat(Stream.of(OF_EVERY_TOWN), others.orderedStream()).toList();
    }

    /** The documents that come with the program. */
    public List<ProcedureDocument> shipped() {
        return folders.stream().flatMap(folder -> documents(folder).stream()).toList();
    }

    private static List<ProcedureDocument> documents(ProcedureFolder folder) {
        try {
            var documents = new ArrayList<ProcedureDocument>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources(folder.pattern())) {
                documents.add(ProcedureDocument.of(
                        String.valueOf(resource.getFilename()), resource.getContentAsString(StandardCharsets.UTF_8)));
            }
            return documents;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Publishes a version, once and for all.
     *
     * @throws WrongProcedureException when it was published with another text: cases run under that one
     */
    public void publish(ProcedureDocument document) {
        // several nodes may start at once: the first one writes, all compare
        jdbc.sql("""
                        insert into procedures.version (slug, version, document, sha256, published_at)
                        values (:slug, :version, :document, :sha256, :at)
                        on conflict (slug, version) do nothing
                        """)
                .param("slug", document.slug())
                .param("version", document.version())
                .param("document", document.text())
                .param("sha256", document.sha256())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        var published = jdbc.sql("select sha256 from procedures.version where slug = :slug and version = :version")
                .param("slug", document.slug())
                .param("version", document.version())
                .query(String.class)
                .single();
        if (!published.equals(document.sha256())) {
            throw new WrongProcedureException(
                    document.file(),
                    "",
                    "la version " + document.version() + " est déjà publiée avec un autre texte, remettez-le et publiez"
                            + " une nouvelle version, " + document.slug() + ".v" + (document.version() + 1) + ".yaml");
        }
    }

    /** A version published before, whether or not it still comes with the program. */
    public Optional<ProcedureDocument> find(String slug, int version) {
        return jdbc.sql("select document from procedures.version where slug = :slug and version = :version")
                .param("slug", slug)
                .param("version", version)
                .query(String.class)
                .optional()
                .map(text -> new ProcedureDocument(slug + ".v" + version + ".yaml", slug, version, text));
    }
}
