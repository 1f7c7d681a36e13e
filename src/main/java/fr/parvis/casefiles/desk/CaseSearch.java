package fr.parvis.casefiles.desk;

import static fr.parvis.casefiles.desk.Desk.COLUMNS;
import static fr.parvis.casefiles.desk.Desk.PAGE;
import static fr.parvis.casefiles.desk.Desk.units;

import fr.parvis.casefiles.desk.Desk.Line;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases of an agent's units by what is said on the phone: a reference, or words of a name. */
@Service
class CaseSearch {

    private static final int MOST_WORDS = 8;

    private static final String SEARCH = """
            with open as materialized (
                select found.* from unnest(:units::text[]) as mine(id) cross join lateral (
                    select * from (select * from casefiles.case_file
                        where unit = mine.id and (status = 'IN_PROGRESS' or news is not null)
                        order by least(due_on, news_on), filed_at offset 0) as queued
                    where MATCHES limit ROWS) as found),
            waiting as materialized (
                select found.* from unnest(:units::text[]) as mine(id) cross join lateral (
                    select * from (select * from casefiles.case_file
                        where unit = mine.id and status = 'WAITING_RESIDENT' and news is null
                        order by due_on, filed_at offset 0) as queued
                    where MATCHES limit ROWS) as found),
            ended as materialized (
                select * from casefiles.case_file
                where MATCHES and unit = any(:units) and news is null
                    and status not in ('IN_PROGRESS', 'WAITING_RESIDENT')
                    and (select count(*) from open) + (select count(*) from waiting) < ROWS
                limit 500)
            select COLUMNS from (
                select *, 1 as place from open union all select *, 1 from waiting union all select *, 2 from ended) as found
            order by search like any(:names) desc, place, case place when 1 then least(due_on, news_on) end,
                decided_at desc nulls last
            limit ROWS
            """.replace("COLUMNS", COLUMNS).replace("ROWS", String.valueOf(PAGE + 1));

    private final JdbcClient jdbc;

    CaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Cases of the agent's units, of any state, by reference or by words of the applicant's name: the whole name first,
     * then open cases by their date. A page and one line more, which tells that there are others; nothing for a single
     * letter.
     */
    @Transactional
    List<Line> find(Viewer agent, String typed) {
        var found = Reference.parse(typed)
                .map(reference -> search(agent, reference))
                .orElseGet(List::of);
        var words = words(typed);
        // a name of nine letters may read as a reference
        return found.isEmpty() && words.stream().anyMatch(word -> word.length() > 1) ? search(agent, words) : found;
    }

    private List<Line> search(Viewer agent, Reference reference) {
        return jdbc.sql("select " + COLUMNS + " from casefiles.case_file"
                        + " where reference = :reference and unit = any(:units) and owner <> :agent")
                .param("reference", reference.value())
                .param("units", units(agent))
                .param("agent", agent.account())
                .query(Desk::line)
                .list();
    }

    /** A word as it is looked for: two patterns, of which one must match. */
    private record Word(String anywhere, String orElse) {

        /** Three letters are found anywhere; fewer only where a word begins, for no index knows them elsewhere. */
        static Word of(String typed) {
            var letters = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            return typed.length() < 3
                    ? new Word(letters + "%", "% " + letters + "%")
                    : new Word("%" + letters + "%", "%" + letters + "%");
        }
    }

    /**
     * Open cases are walked in their order, of which a unit has few, and others are looked for only when a page is not
     * full: a word that half the town bears costs no more than a rare one.
     */
    private List<Line> search(Viewer agent, List<String> typed) {
        var words = typed.stream().map(Word::of).toList();
        // one condition a word: the trigram index serves "like", not "like all"
        var matches = IntStream.range(0, words.size())
                .mapToObj(i -> words.get(i).anywhere().equals(words.get(i).orElse())
                        ? "search like :word" + i
                        : "(search like :word" + i + " or search like :begin" + i + ")")
                .collect(Collectors.joining(" and ", "owner <> :agent and ", ""));
        Map<String, String> patterns = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            patterns.put("word" + i, words.get(i).anywhere());
            patterns.put("begin" + i, words.get(i).orElse());
        }
        // how rare a word is decides what is read first
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        return jdbc.sql(SEARCH.replace("MATCHES", matches))
                .params(patterns)
                .param("names", fullNames(typed))
                .param("units", units(agent))
                .param("agent", agent.account())
                .query(Desk::line)
                .list();
    }

    /** The whole name, first name first or last; nine letters of reference follow it. */
    private static String[] fullNames(List<String> typed) {
        var turned = new ArrayList<>(typed);
        Collections.rotate(turned, 1);
        return Stream.of(typed, turned)
                .map(words -> String.join(" ", words) + " _________")
                .toArray(String[]::new);
    }

    private List<String> words(String typed) {
        var plain = jdbc.sql("select public.plain_text(:typed)")
                .param("typed", typed.replaceAll("[\\p{Cc}\\s-]+", " "))
                .query(String.class)
                .single();
        return Arrays.stream(plain.split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }
}
