package fr.parvis.organisation;

import fr.parvis.organisation.StaffEvent.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who gave and withdrew which rights, and when. */
@Repository
public class StaffJournal {

    private static final Duration KEPT = Duration.ofDays(3 * 365);

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffJournal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which place or office it is about, if any. */
    private record About(
            @Nullable String role,
            @Nullable String unit,
            @Nullable String quality) {}

    /** What was decided about a person, the newest first. */
    public List<StaffEvent> of(UUID account) {
        return jdbc.sql("""
                        select at, by_account, kind, role, unit, coalesce(quality, '') from organisation.staff_event
                        where account = :account order by id desc
                        """)
                .param("account", account)
                .query((row, number) -> new StaffEvent(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(2, UUID.class)),
                        Kind.valueOf(row.getString(3)),
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(row.getString(5)),
                        row.getString(6)))
                .list();
    }

    /** Notes that a colleague may install their second factor anew. */
    public void noteReset(UUID account, UUID by) {
        insert(account, by, Kind.FACTORS_RESET, new About(null, null, null));
    }

    /** Notes whether a colleague may enter with a proof of ProConnect. */
    public void noteProConnect(UUID account, UUID by, boolean agreed) {
        insert(account, by, agreed ? Kind.PROCONNECT_AGREED : Kind.PROCONNECT_REFUSED, new About(null, null, null));
    }

    void note(Kind kind, Membership place, @Nullable UUID by) {
        insert(place.account(), by, kind, new About(place.function().name(), place.unit(), place.quality()));
    }

    void note(Kind kind, UUID account, Office office, @Nullable UUID by) {
        insert(account, by, kind, new About(office.name(), null, null));
    }

    void deleteOld() {
        jdbc.sql("delete from organisation.staff_event where at < :before")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void insert(UUID account, @Nullable UUID by, Kind kind, About about) {
        jdbc.sql("""
                        insert into organisation.staff_event (at, account, by_account, kind, role, unit, quality)
                        values (:at, :account, :by, :kind, :role, :unit, :quality)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("by", by)
                .param("kind", kind.name())
                .param("role", about.role())
                .param("unit", about.unit())
                .param("quality", about.quality())
                .update();
    }
}
