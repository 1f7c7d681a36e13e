package fr.parvis.partners.console.conformance;

import fr.parvis.kernel.French;
import fr.parvis.partners.webhooks.GuardedPost.Answer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a partner's server answered to the messages of a run, as rows; the newest answer counts. */
@Repository
class ProbeTable {

    private final JdbcClient jdbc;

    ProbeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What came back.
     *
     * @param status null when nothing did
     * @param error why it was not taken, in plain French; null when it was
     */
    record Reply(@Nullable Integer status, @Nullable String error, int millis) {

        boolean isTaken() {
            return error == null;
        }

        boolean isRefused() {
            return status != null && status / 100 == 4;
        }

        /** "HTTP 204, en 12 ms". */
        String words() {
            var what = error == null ? "HTTP " + status : error.replaceFirst("\\.$", "");
            return what + ", en " + millis + French.NBSP + "ms";
        }
    }

    void save(UUID run, Probe probe, Answer answer, Duration took) {
        jdbc.sql("""
                        insert into partners.probe (run, probe, status, error, millis)
                        values (:run, :probe, :status, :error, :millis)
                        on conflict (run, probe) do update set status = excluded.status, error = excluded.error,
                            millis = excluded.millis
                        """)
                .param("run", run)
                .param("probe", probe.name())
                .param("status", answer.status())
                .param("error", answer.error())
                .param("millis", Math.max(0, took.toMillis()))
                .update();
    }

    Map<Probe, Reply> of(UUID run) {
        Map<Probe, Reply> replies = new EnumMap<>(Probe.class);
        jdbc.sql("select * from partners.probe where run = :run")
                .param("run", run)
                .query(row -> {
                    replies.put(
                            Probe.valueOf(row.getString("probe")),
                            new Reply(
                                    row.getObject("status", Integer.class),
                                    row.getString("error"),
                                    row.getInt("millis")));
                });
        return replies;
    }
}
