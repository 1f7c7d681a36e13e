package fr.parvis.casefiles;

import fr.parvis.casefiles.JournalEntry.Kind;
import fr.parvis.kernel.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said and done on cases, and who opened them. */
@Repository
class Journal {

    private final JdbcClient jdbc;
    private final Clock clock;

    Journal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(CaseFile file, Viewer author, Kind kind, String text) {
        write(file, author, kind, Message.of(text));
    }

    /** Adds a message or a note. Returns false when it was already there, sent twice. */
    boolean write(CaseFile file, Viewer author, Kind kind, Message message) {
        return insert(
                new JournalEntry(
                        message.id(file, author, kind),
                        clock.instant(),
                        author.account(),
                        author.fullName(),
                        kind,
                        author.account().equals(file.owner()),
                        message.text()),
                file.id());
    }

    /** What the program did by itself, as the law or the calendar asks. */
    void addAutomatic(CaseFile file, String text) {
        addBy("Parvis", file, text);
    }

    /** What somebody without an account here did, as a partner. */
    void addBy(String author, CaseFile file, String text) {
        insert(new JournalEntry(UUID.randomUUID(), clock.instant(), null, author, Kind.ACTION, false, text), file.id());
    }

    List<JournalEntry> of(UUID caseId) {
        return jdbc.sql("select * from casefiles.journal where case_id = :case order by at, id")
                .param("case", caseId)
                .query((row, n) -> new JournalEntry(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("author", UUID.class),
                        row.getString("author_name"),
                        Kind.valueOf(row.getString("kind")),
                        row.getBoolean("from_resident"),
                        row.getString("text")))
                .list();
    }

    /** Records that an agent opened the case. */
    void opened(CaseFile file, Viewer agent) {
        jdbc.sql("""
                        insert into casefiles.access (case_id, agent, agent_name, unit, at)
                        values (:case, :agent, :name, :unit, :now)
                        """)
                .param("case", file.id())
                .param("agent", agent.account())
                .param("name", agent.fullName())
                .param("unit", file.unit())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<AccessRecord> openings(UUID caseId) {
        return jdbc.sql("select agent_name, unit, at from casefiles.access where case_id = :case order by at desc")
                .param("case", caseId)
                .query((row, n) -> new AccessRecord(
                        row.getString("agent_name"),
                        row.getString("unit"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private boolean insert(JournalEntry entry, UUID caseId) {
        int rows = jdbc.sql("""
                        insert into casefiles.journal (id, case_id, at, author, author_name, kind, from_resident, text)
                        values (:id, :case, :at, :author, :name, :kind, :fromResident, :text)
                        on conflict (id) do nothing
                        """)
                .param("id", entry.id())
                .param("case", caseId)
                .param("at", Timestamp.from(entry.at()))
                .param("author", entry.author())
                .param("name", entry.authorName())
                .param("kind", entry.kind().name())
                .param("fromResident", entry.fromResident())
                .param("text", entry.text())
                .update();
        return rows == 1;
    }
}
