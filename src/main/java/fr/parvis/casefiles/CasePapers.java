package fr.parvis.casefiles;

import fr.parvis.casefiles.Attachment.Origin;
import fr.parvis.documents.Documents;
import fr.parvis.documents.StoredFile;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Rows;
import fr.parvis.procedures.Form;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of a case and the documents asked for. */
@Repository
class CasePapers {

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Clock clock;

    CasePapers(JdbcClient jdbc, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
    }

    /** Takes over the files of a form, each named by the question it answers. */
    void attachForm(CaseFile file, Stream<Form.SummaryLine> lines) {
        insert(
                file,
                lines.flatMap(line -> line.files().stream()
                                .map(answer -> new Attachment(
                                        answer.id(),
                                        answer.name(),
                                        answer.mediaType(),
                                        answer.size(),
                                        line.label(),
                                        Origin.FORM,
                                        clock.instant())))
                        .toList());
    }

    void attach(CaseFile file, StoredFile stored, String label, Origin origin) {
        insert(
                file,
                List.of(new Attachment(
                        stored.id(),
                        stored.name(),
                        stored.mediaType(),
                        stored.size(),
                        label,
                        origin,
                        clock.instant())));
    }

    /** Throws away files that were received and have no place in the case. */
    void discard(List<StoredFile> files) {
        documents.delete(files.stream().map(StoredFile::id).toList());
    }

    List<Attachment> of(UUID caseId) {
        return jdbc.sql("select * from casefiles.attachment where case_id = :case order by added_at, name")
                .param("case", caseId)
                .query((row, n) -> new Attachment(
                        row.getObject("file", UUID.class),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("label"),
                        Origin.valueOf(row.getString("origin")),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    void ask(CaseFile file, DocumentRequest request) {
        jdbc.sql("""
                        insert into casefiles.document_request (id, case_id, label, hint, due_on, asked_at)
                        values (:id, :case, :label, :hint, :due, :at)
                        """)
                .param("id", request.id())
                .param("case", file.id())
                .param("label", request.label())
                .param("hint", request.hint())
                .param("due", request.dueOn())
                .param("at", Timestamp.from(request.askedAt()))
                .update();
    }

    /** The documents still awaited from the resident, the oldest first. */
    List<DocumentRequest> awaited(UUID caseId) {
        return jdbc.sql("""
                        select id, label, hint, due_on, asked_at from casefiles.document_request
                        where case_id = :case and answered_at is null and lapsed_at is null order by asked_at
                        """)
                .param("case", caseId)
                .query((row, n) -> new DocumentRequest(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getString("hint"),
                        row.getObject("due_on", LocalDate.class),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    Optional<DocumentRequest> awaited(UUID caseId, UUID request) {
        return awaited(caseId).stream().filter(one -> one.id().equals(request)).findFirst();
    }

    void answered(UUID request, Instant at) {
        jdbc.sql("update casefiles.document_request set answered_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", request)
                .update();
    }

    /** No longer waits for anything: the town goes on without, or it is over. */
    void giveUp(UUID caseId, Instant at) {
        jdbc.sql("""
                        update casefiles.document_request set lapsed_at = :at
                        where case_id = :case and answered_at is null and lapsed_at is null
                        """).param("at", Timestamp.from(at)).param("case", caseId).update();
    }

    /** No longer waits for what was due before this day. */
    void lapse(UUID caseId, LocalDate day, Instant at) {
        jdbc.sql("""
                        update casefiles.document_request set lapsed_at = :at
                        where case_id = :case and due_on < :day and answered_at is null and lapsed_at is null
                        """)
                .param("at", Timestamp.from(at))
                .param("case", caseId)
                .param("day", day)
                .update();
    }

    /** References of cases that wait for a document due before this day. */
    List<Reference> overdue(LocalDate day) {
        return jdbc.sql("""
                        select distinct c.reference from casefiles.document_request r
                        join casefiles.case_file c on c.id = r.case_id
                        where r.answered_at is null and r.lapsed_at is null and r.due_on < :day
                            and c.status = 'WAITING_RESIDENT' limit 500
                        """)
                .param("day", day)
                .query((row, n) -> new Reference(row.getString("reference")))
                .list();
    }

    private void insert(CaseFile file, List<Attachment> added) {
        if (added.isEmpty()) {
            return;
        }
        var rows = new Rows<>(added);
        jdbc.sql("""
                        insert into casefiles.attachment (case_id, file, name, media_type, size, label, origin, added_at)
                        select :case, file, name, type, size, label, origin, at
                        from unnest(:files::uuid[], :names, :types, :sizes, :labels, :origins, :times::timestamptz[])
                            as r(file, name, type, size, label, origin, at)
                        """)
                .param("case", file.id())
                .param("files", rows.texts(Attachment::file))
                .param("names", rows.texts(Attachment::name))
                .param("types", rows.texts(Attachment::mediaType))
                .param("sizes", rows.numbers(Attachment::size))
                .param("labels", rows.texts(Attachment::label))
                .param("origins", rows.texts(Attachment::origin))
                .param("times", rows.texts(Attachment::addedAt))
                .update();
    }
}
