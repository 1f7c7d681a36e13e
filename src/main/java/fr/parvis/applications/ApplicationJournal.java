package fr.parvis.applications;

import fr.parvis.kernel.French;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened with each application, kept six months; says why something was refused, never who entered. */
@Repository
public class ApplicationJournal {

    /** What can happen. */
    public enum Kind {
        SIGNED_IN,
        REFRESHED,
        SIGNED_OUT,
        REFUSED,
        /** By an administrator, who is named. */
        CHANGED
    }

    /**
     * One thing that happened.
     *
     * @param times how often, within a minute
     */
    public record Event(Instant at, Kind kind, String detail, int times) {}

    private static final Duration KEPT = Duration.ofDays(183);
    private static final int LONGEST = 500;

    /** Anybody can have requests refused in an application's name: they do not fill its journal. */
    static final int REFUSALS_AN_HOUR = 20;

    private static final String OTHERS = "d’autres refus dans l’heure, qui ne sont plus détaillés";
    private static final Duration TOGETHER = Duration.ofMinutes(1);
    private static final Duration COUNTED = Duration.ofHours(1);
    private static final Duration BETWEEN_DATES = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ApplicationJournal(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Somebody entered the application: noted, and the date on what it knows of them, which is right to the
     * minute: written at each entry, it would make the sign-ons of one person wait for each other.
     */
    public void signedIn(UUID application, UUID account) {
        jdbc.sql("""
                        with seen as (
                            update applications.acquaintance set last_seen_at = :now
                            where application = :application and account = :account
                              and coalesce(last_seen_at, '-infinity') < :lately)
                        insert into applications.event (application, at, kind, detail)
                        values (:application, :now, 'SIGNED_IN', '')
                        """)
                .param("application", application)
                .param("account", account)
                .param("now", now())
                .param("lately", now().minus(BETWEEN_DATES))
                .update();
    }

    /** Writes it down, and publishes {@link Noted} for who watches. */
    public void note(UUID application, Kind kind, String detail) {
        insert(application, kind, within(detail));
        events.publishEvent(new Noted(application, kind, detail, null));
    }

    /**
     * Writes down a refusal. Equal ones of a minute are counted together; beyond so many different ones in an hour, the
     * others are.
     *
     * @param code of the protocol, before the reason; empty when there is none
     * @param detail after the reason; may be empty
     */
    public void refuse(UUID application, String code, Refusal why, String detail) {
        var reason = (code.isEmpty() ? "" : code + " : ") + why.words() + (detail.isEmpty() ? "" : " : " + detail);
        var written = within(reason);
        if (!count(application, written, TOGETHER)) {
            insertOrCount(application, written);
        }
        events.publishEvent(new Noted(application, Kind.REFUSED, reason, why));
    }

    private static String within(String detail) {
        return detail.substring(0, Math.min(LONGEST, detail.length()));
    }

    private void insertOrCount(UUID application, String detail) {
        if (refusals(application) < REFUSALS_AN_HOUR) {
            insert(application, Kind.REFUSED, detail);
        } else if (!count(application, OTHERS, COUNTED)) {
            insert(application, Kind.REFUSED, OTHERS);
        }
    }

    private void insert(UUID application, Kind kind, String detail) {
        jdbc.sql("""
                        insert into applications.event (application, at, kind, detail)
                        values (:application, :now, :kind, :detail)
                        """)
                .param("application", application)
                .param("now", now())
                .param("kind", kind.name())
                .param("detail", detail)
                .update();
    }

    /** Counts a refusal with an equal one that is not older than this; false when there is none. */
    private boolean count(UUID application, String detail, Duration age) {
        return jdbc.sql("""
                                update applications.event set times = times + 1
                                where application = :application and kind = 'REFUSED' and detail = :detail and at > :since
                                """)
                        .param("application", application)
                        .param("detail", detail)
                        .param("since", now().minus(age))
                        .update()
                > 0;
    }

    private long refusals(UUID application) {
        return jdbc.sql("""
                        select count(*) from applications.event
                        where application = :application and kind = 'REFUSED' and at > :since
                        """)
                .param("application", application)
                .param("since", now().minus(COUNTED))
                .query(Long.class)
                .single();
    }

    /** The newest things, newest first. */
    public List<Event> newest(UUID application, int number) {
        return before(application, now().plusDays(1).toInstant(), false, number);
    }

    /** The things before a moment, newest first; refusals only, or all. */
    public List<Event> before(UUID application, Instant moment, boolean refusals, int number) {
        return jdbc.sql("""
                        select at, kind, detail, times from applications.event
                        where application = :application and at < :moment and (kind = 'REFUSED' or not :refusals)
                        order by at desc limit :number
                        """)
                .param("application", application)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("refusals", refusals)
                .param("number", number)
                .query((row, n) -> new Event(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getInt(4)))
                .list();
    }

    /** How often somebody entered, by day of Paris; days when nobody did are left out. */
    public Map<LocalDate, Long> signInsByDay(UUID application, LocalDate from) {
        Map<LocalDate, Long> days = new HashMap<>();
        jdbc.sql("""
                        select (at at time zone 'Europe/Paris')::date, count(*) from applications.event
                        where application = :application and kind = 'SIGNED_IN' and at >= :from group by 1
                        """)
                .param("application", application)
                .param("from", from.atStartOfDay(French.PARIS).toOffsetDateTime())
                .query(row -> {
                    days.put(row.getObject(1, LocalDate.class), row.getLong(2));
                });
        return days;
    }

    public int deleteOld() {
        return jdbc.sql("delete from applications.event where at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
