package fr.parvis.casefiles;

import fr.parvis.kernel.French;
import fr.parvis.procedures.UsualDelays;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long a procedure usually takes: the middle half of its cases decided in the last year, the waits for the resident
 * left out. With fewer than twenty cases it says nothing.
 */
@Component
public class Pace implements UsualDelays {

    private static final int ENOUGH_CASES = 20;
    private static final Duration PAST = Duration.ofDays(365);
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Pace(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From the first to the third quartile, in days. */
    record Range(int lowDays, int highDays) {}

    private record Known(Optional<Range> range, Instant at) {}

    /** What is known of this procedure. */
    Optional<Range> range(String slug) {
        var remembered = known.get(slug);
        if (remembered != null && remembered.at().isAfter(clock.instant().minus(REMEMBERED))) {
            return remembered.range();
        }
        var range = read(slug);
        known.put(slug, new Known(range, clock.instant()));
        return range;
    }

    @Override
    public Optional<String> of(String slug) {
        return range(slug).map(Pace::words);
    }

    /** Counts again from the cases; a nightly job does it. */
    @Transactional
    public void compute() {
        jdbc.sql("delete from casefiles.pace").update();
        jdbc.sql("""
                        insert into casefiles.pace (procedure, low_days, high_days, cases, computed_at)
                        select procedure,
                            round(percentile_cont(0.25) within group (order by days))::int,
                            ceil(percentile_cont(0.75) within group (order by days))::int,
                            count(*), :now
                        from (select procedure,
                                greatest(0, extract(epoch from decided_at - filed_at) - waited_seconds) / 86400 as days
                              from casefiles.case_file
                              where decided_at > :since and not implicit) decided
                        group by procedure having count(*) >= :enough
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("since", Timestamp.from(clock.instant().minus(PAST)))
                .param("enough", ENOUGH_CASES)
                .update();
        known.clear();
    }

    private Optional<Range> read(String slug) {
        return jdbc.sql("select low_days, high_days from casefiles.pace where procedure = :slug")
                .param("slug", slug)
                .query((row, n) -> new Range(row.getInt("low_days"), row.getInt("high_days")))
                .optional();
    }

    private static String words(Range range) {
        return range.lowDays() == range.highDays()
                ? French.days(range.lowDays())
                : "entre " + range.lowDays() + " et " + French.days(range.highDays());
    }
}
