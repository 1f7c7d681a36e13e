package fr.parvis.partners.handover;

import fr.parvis.applications.Digests;
import fr.parvis.kernel.Settings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The files that partners may fetch, and the links that open them: each for one partner, for a short time. */
@Repository
class HandedFiles {

    static final Duration LINK_LIFE = Duration.ofMinutes(15);
    static final String PATH = "/api/v1/partenaires/documents/";

    private static final JsonMapper ROWS = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HandedFiles(JdbcClient jdbc, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where a file can be fetched, and until when. */
    record Link(String url, Instant expiresAt) {}

    void add(UUID handover, List<HandedFile> files) {
        jdbc.sql("""
                        insert into partners.handed_file (handover, file, name, label, media_type, size, added_at)
                        select :handover, file, name, label, "mediaType", size, :now from json_to_recordset(:rows::json)
                            as r(file uuid, name text, label text, "mediaType" text, size bigint)
                        on conflict do nothing
                        """)
                .param("handover", handover)
                .param("now", now())
                .param("rows", ROWS.writeValueAsString(files))
                .update();
    }

    List<HandedFile> of(UUID handover) {
        return jdbc.sql("select * from partners.handed_file where handover = :handover order by added_at, name")
                .param("handover", handover)
                .query((row, number) -> new HandedFile(
                        row.getObject("file", UUID.class),
                        row.getString("name"),
                        row.getString("label"),
                        row.getString("media_type"),
                        row.getLong("size")))
                .list();
    }

    /** A new link to a file of a case that the partner has now; none when it has it no longer. */
    Optional<Link> link(UUID partner, String reference, UUID file) {
        var token = Digests.newSecret(random);
        var expiresAt = clock.instant().plus(LINK_LIFE);
        int rows = jdbc.sql("""
                        insert into partners.document_link (digest, handover, file, expires_at)
                        select :digest, h.id, f.file, :expires
                        from partners.handover h join partners.handed_file f on f.handover = h.id and f.file = :file
                        where h.partner = :partner and h.reference = :reference and h.state = 'OPEN'
                        """)
                .param("digest", Digests.of(token))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .param("file", file)
                .param("partner", partner)
                .param("reference", reference)
                .update();
        return rows == 0 ? Optional.empty() : Optional.of(new Link(settings.url(PATH + token), expiresAt));
    }

    /** The file that a link opens for this partner. */
    Optional<UUID> open(UUID partner, String token) {
        return jdbc.sql("""
                        select l.file from partners.document_link l join partners.handover h on h.id = l.handover
                        where l.digest = :digest and l.expires_at > :now and h.partner = :partner and h.state = 'OPEN'
                        """)
                .param("digest", Digests.of(token))
                .param("now", now())
                .param("partner", partner)
                .query(UUID.class)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
