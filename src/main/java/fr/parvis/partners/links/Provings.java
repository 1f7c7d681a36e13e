package fr.parvis.partners.links;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proofs under way, kept a quarter of an hour: one for each account and partner. */
@Repository
public class Provings {

    private static final Duration KEPT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    Provings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the partner's word for the code that it sent. */
    void await(UUID account, UUID partner, String challenge) {
        keep(account, partner, challenge, null);
    }

    /** Keeps whom the partner recognised, until the person agrees. */
    void keep(UUID account, UUID partner, Known known) {
        keep(account, partner, null, known);
    }

    private void keep(UUID account, UUID partner, @Nullable String challenge, @Nullable Known known) {
        jdbc.sql("""
                        insert into partners.proving (account, partner, challenge, member, name, expires_at)
                        values (:account, :partner, :challenge, :member, :name, :expires)
                        on conflict (account, partner) do update set challenge = excluded.challenge,
                            member = excluded.member, name = excluded.name, expires_at = excluded.expires_at
                        """)
                .param("account", account)
                .param("partner", partner)
                .param("challenge", challenge)
                .param("member", known == null ? null : known.member())
                .param("name", known == null ? null : known.name())
                .param("expires", now().plus(KEPT))
                .update();
    }

    /** The partner's word for a code that can still be tried. */
    Optional<String> challenge(UUID account, UUID partner) {
        return jdbc.sql("""
                        select challenge from partners.proving
                        where account = :account and partner = :partner and expires_at > :now and challenge is not null
                        """)
                .param("account", account)
                .param("partner", partner)
                .param("now", now())
                .query(String.class)
                .optional();
    }

    /** Whom the partner recognised, as long as the person may still agree. */
    public Optional<Known> known(UUID account, UUID partner) {
        return jdbc.sql("""
                        select member, name from partners.proving
                        where account = :account and partner = :partner and expires_at > :now and member is not null
                        """)
                .param("account", account)
                .param("partner", partner)
                .param("now", now())
                .query((row, number) -> new Known(row.getString(1), row.getString(2)))
                .optional();
    }

    /** It served its purpose. */
    public void forget(UUID account, UUID partner) {
        jdbc.sql("delete from partners.proving where account = :account and partner = :partner")
                .param("account", account)
                .param("partner", partner)
                .update();
    }

    void deleteExpired() {
        jdbc.sql("delete from partners.proving where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
