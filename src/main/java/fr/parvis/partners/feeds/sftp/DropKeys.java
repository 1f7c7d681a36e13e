package fr.parvis.partners.feeds.sftp;

import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** With which keys each partner drops files. */
@Repository
public class DropKeys {

    /** More would be keys that nobody looks after. */
    public static final int MOST = 10;

    private final JdbcClient jdbc;
    private final Partners partners;

    DropKeys(JdbcClient jdbc, Partners partners) {
        this.jdbc = jdbc;
        this.partners = partners;
    }

    /** The keys of a partner, oldest first. */
    public List<DropKey> of(Partner partner) {
        return jdbc.sql("select * from partners.drop_key where partner = :partner order by added_at, fingerprint")
                .param("partner", partner.id())
                .query(DropKeys::key)
                .list();
    }

    /** Gives the partner a key, unless it has it. */
    public void add(Partner partner, DropKey key) {
        jdbc.sql("""
            insert into partners.drop_key (partner, fingerprint, kind, comment, added_at)
            values (:partner, :fingerprint, :kind, :comment, :addedAt)
            on conflict do nothing
            """)
                .param("partner", partner.id())
                .param("fingerprint", key.fingerprint())
                .param("kind", key.kind())
                .param("comment", key.comment())
                .param("addedAt", key.addedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a key back, which counts from the next file on; whether the partner had it. */
    public boolean remove(Partner partner, String fingerprint) {
        return jdbc.sql("delete from partners.drop_key where partner = :partner and fingerprint = :fingerprint")
                        .param("partner", partner.id())
                        .param("fingerprint", fingerprint)
                        .update()
                > 0;
    }

    /** The partner that proves itself so, unless it is suspended. */
    Optional<Partner> owner(Proof proof) {
        return jdbc.sql("""
            select p.id from partners.drop_key k join partners.partner p on p.id = k.partner
            where p.slug = :slug and k.fingerprint = :fingerprint and not p.suspended
            """)
                .param("slug", proof.slug())
                .param("fingerprint", proof.fingerprint())
                .query(UUID.class)
                .optional()
                .flatMap(partners::find);
    }

    private static DropKey key(ResultSet row, int number) throws SQLException {
        return new DropKey(
                row.getString("fingerprint"),
                row.getString("kind"),
                row.getString("comment"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
