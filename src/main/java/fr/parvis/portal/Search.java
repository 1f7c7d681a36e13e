package fr.parvis.portal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds services by what people type: French stems without accents first, then words that look alike, so that typing
 * errors do not matter. What was searched is not kept.
 */
@Service
public class Search implements SmartInitializingSingleton {

    private static final int MAX_LENGTH = 100;
    private static final int MAX_RESULTS = 20;
    private static final Pattern NOT_TEXT = Pattern.compile("[^\\p{L}\\p{N}'’-]+");

    /** Words in the title count most; all the words together more than some of them; look-alikes decide the rest. */
    private static final String FIND = """
            with asked as (
                select plain,
                       plainto_tsquery('french', plain) as all_of,
                       replace(plainto_tsquery('french', plain)::text, '&', '|')::tsquery as any_of
                from public.plain_text(:words) plain
            )
            select slug
            from portal.sheet, asked
            where numnode(any_of) > 0 and (document @@ any_of or word_similarity(plain, words) >= 0.5)
            order by ts_rank(document, all_of) * 4 + ts_rank(document, any_of)
                     + word_similarity(plain, words) * 2 + similarity(plain, public.plain_text(title)) desc, title
            limit :limit
            """;

    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Search(Catalogue catalogue, JdbcClient jdbc, TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Indexes the catalogue once everything it is made of is ready. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> index());
    }

    /** The services that answer best to these words, best first. */
    public List<Sheet> find(String typed) {
        var words = clean(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql(FIND)
                .param("words", words)
                .param("limit", MAX_RESULTS)
                .query((row, number) -> catalogue.find(row.getString("slug")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Letters, digits and spaces only, at most {@value MAX_LENGTH} characters: what words are made of. */
    static String clean(String typed) {
        var start = typed.substring(0, Math.min(typed.length(), MAX_LENGTH));
        return NOT_TEXT.matcher(start).replaceAll(" ").strip();
    }

    private void index() {
        // two nodes may start together: the second waits, then writes the same
        jdbc.sql("lock table portal.sheet in exclusive mode").update();
        jdbc.sql("delete from portal.sheet").update();
        for (var sheet : catalogue.all()) {
            var service = sheet.service();
            var keywords = String.join(". ", service.keywords());
            jdbc.sql("""
                            insert into portal.sheet (slug, title, words, document)
                            values (:slug, :title, public.plain_text(:words),
                                    setweight(to_tsvector('french', public.plain_text(:title)), 'A')
                                    || setweight(to_tsvector('french', public.plain_text(:keywords)), 'B')
                                    || setweight(to_tsvector('french', public.plain_text(:summary)), 'C')
                                    || setweight(to_tsvector('french', public.plain_text(:purpose)), 'D'))
                            """)
                    .param("slug", sheet.slug())
                    .param("title", sheet.title())
                    .param("words", String.join(". ", sheet.title(), keywords, service.summary()))
                    .param("keywords", keywords)
                    .param("summary", service.summary())
                    .param("purpose", service.purpose())
                    .update();
        }
    }
}
