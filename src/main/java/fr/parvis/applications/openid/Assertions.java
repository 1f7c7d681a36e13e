package fr.parvis.applications.openid;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.verifier.Context;
import com.nimbusds.oauth2.sdk.auth.verifier.ExpendedJTIChecker;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import fr.parvis.applications.Application;
import fr.parvis.applications.Digests;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Assertions already used, on whichever node. */
@Repository
class Assertions implements ExpendedJTIChecker<Application> {

    private final JdbcClient jdbc;
    private final Clock clock;

    Assertions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean isExpended(
            JWTID id, ClientID client, ClientAuthenticationMethod method, @Nullable Context<Application> context) {
        return jdbc.sql("select exists (select from applications.assertion where hash = :hash)")
                .param("hash", hash(id, client))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void markExpended(
            JWTID id,
            Date end,
            ClientID client,
            ClientAuthenticationMethod method,
            @Nullable Context<Application> context) {
        int first = jdbc.sql("""
                        insert into applications.assertion (hash, expires_at) values (:hash, :end)
                        on conflict do nothing
                        """)
                .param("hash", hash(id, client))
                .param("end", end.toInstant().atOffset(ZoneOffset.UTC))
                .update();
        if (first == 0) {
            throw new IllegalStateException("the same assertion was used twice at the same moment");
        }
    }

    int deleteExpired() {
        return jdbc.sql("delete from applications.assertion where expires_at < :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] hash(JWTID id, ClientID client) {
        return Digests.of(client.getValue() + " " + id.getValue());
    }
}
