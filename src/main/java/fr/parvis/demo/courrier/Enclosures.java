package fr.parvis.demo.courrier;

import fr.parvis.demo.vendors.TownClient;
import fr.parvis.demo.vendors.UnreachableException;
import fr.parvis.demo.vendors.VendorDatabase;
import fr.parvis.demo.vendors.html.Sheet;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comes with letters that the town hands over. A message announces it with a link that ends soon; it is fetched
 * afterwards, for messages are to be answered at once.
 */
final class Enclosures {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OK = 200;

    private final VendorDatabase database;
    private final TownClient town;

    Enclosures(VendorDatabase database, TownClient town) {
        this.database = database;
        this.town = town;
    }

    /**
     * One of them.
     *
     * @param size in bytes; null until it is here
     * @param trouble why it never will be; null otherwise
     */
    record Enclosure(
            long number,
            String label,
            String name,
            @Nullable Long size,
            @Nullable String trouble) {}

    private record Announced(long number, String label, String name, String url, String dossier) {}

    void announce(Letter letter, JsonNode data) {
        for (var document : data.path("documents")) {
            database.jdbc()
                    .sql("""
                            insert into enclosure (letter, label, name, media_type, url, dossier)
                            values (:letter, :label, :name, :type, :url, :dossier)
                            """)
                    .param("letter", letter.key())
                    .param("label", document.path("label").asString())
                    .param("name", document.path("name").asString())
                    .param("type", document.path("mediaType").asString())
                    .param("url", document.path("url").asString(""))
                    .param("dossier", data.path("dossier").asString())
                    .update();
        }
    }

    /** Fetches all that is announced; false while the town is away. */
    boolean fetch() {
        try {
            for (var one : announced()) {
                fetch(one);
            }
            return true;
        } catch (UnreachableException away) {
            return false;
        }
    }

    List<Enclosure> of(Letter letter) {
        return database.jdbc()
                .sql("""
                        select number, label, name, length(content) as size, trouble from enclosure
                        where letter = :letter order by number
                        """)
                .param("letter", letter.key())
                .query(VendorDatabase.rows(Enclosure.class))
                .list();
    }

    Optional<Sheet> open(long number) {
        return database.jdbc()
                .sql("select media_type, content from enclosure where number = :number and content is not null")
                .param("number", number)
                .query((row, line) -> new Sheet(row.getString(1), row.getBytes(2)))
                .optional();
    }

    /** A link that ended, or that the message had not, is replaced by the one that the case itself gives. */
    private void fetch(Announced one) throws UnreachableException {
        var content = content(one.url());
        settle(one, content == null ? content(renewed(one)) : content);
    }

    /** What a link gives: nothing when it ended, or there is none. */
    private byte @Nullable [] content(String link) throws UnreachableException {
        if (link.isEmpty()) {
            return null;
        }
        var answer = town.get(URI.create(link));
        return answer.statusCode() == OK ? answer.body() : null;
    }

    private String renewed(Announced one) throws UnreachableException {
        var answer = town.get(URI.create(one.dossier()));
        return answer.statusCode() != OK
                ? ""
                : JSON.readTree(answer.body()).path("documents").values().stream()
                        .filter(document -> document.path("label").asString().equals(one.label())
                                && document.path("name").asString().equals(one.name()))
                        .map(document -> document.path("url").asString(""))
                        .findFirst()
                        .orElse("");
    }

    private void settle(Announced one, byte @Nullable [] content) {
        database.jdbc()
                .sql("update enclosure set content = :content, trouble = :trouble where number = :number")
                .param("content", content)
                .param("trouble", content == null ? "la ville ne la donne plus" : null)
                .param("number", one.number())
                .update();
    }

    private List<Announced> announced() {
        return database.jdbc()
                .sql("select * from enclosure where content is null and trouble is null order by number")
                .query(VendorDatabase.rows(Announced.class))
                .list();
    }
}
