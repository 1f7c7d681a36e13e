package fr.parvis.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of files kept. */
@Component
class FileTable {

    private final JdbcClient jdbc;

    FileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(StoredFile file) {
        jdbc.sql("""
                insert into documents.file (id, name, media_type, size, sha256, stored_at)
                values (:id, :name, :mediaType, :size, :sha256, :storedAt)""")
                .param("id", file.id())
                .param("name", file.name())
                .param("mediaType", file.mediaType())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("storedAt", file.storedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    StoredFile find(UUID id) {
        return jdbc.sql("select id, name, media_type, size, sha256, stored_at from documents.file where id = :id")
                .param("id", id)
                .query(FileTable::file)
                .single();
    }

    void delete(Collection<UUID> ids) {
        jdbc.sql("delete from documents.file where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Those of the given ids that have a row. */
    Set<UUID> known(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("select id from documents.file where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("stored_at", OffsetDateTime.class).toInstant());
    }
}
