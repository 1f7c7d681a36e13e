package fr.parvis.applications.openid;

import fr.parvis.applications.Claim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sign-ons as rows, found by the hash of a code or token. */
@Repository
public class SignOnTable {

    /** A code is fetched by a program, at once (RFC 6749, section 4.1.2). */
    private static final Duration CODE = Duration.ofMinutes(1);

    static final Duration ACCESS = Duration.ofMinutes(10);

    /** A refresh token that nobody uses dies; each use gives another. */
    private static final Duration REFRESH = Duration.ofDays(30);

    /** Kept longer than its tokens, so that a code used twice is still known. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignOnTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(SignOn signOn, byte[] codeHash) {
        jdbc.sql("""
                        insert into applications.sign_on (id, application, account, session, claims, address, challenge,
                            nonce, acr, amr, signed_in_at, offline, code_hash, code_expires_at, expires_at)
                        values (:id, :application, :account, :session, :claims, :address, :challenge,
                            :nonce, :acr, :amr, :signedInAt, :offline, :code, :codeEnd, :end)
                        """)
                .param("id", signOn.id())
                .param("application", signOn.application())
                .param("account", signOn.account())
                .param("session", signOn.session())
                .param("claims", signOn.claims().stream().map(Claim::name).toArray(String[]::new))
                .param("address", signOn.address())
                .param("challenge", signOn.challenge())
                .param("nonce", signOn.nonce())
                .param("acr", signOn.acr())
                .param("amr", signOn.amr())
                .param("signedInAt", signOn.signedInAt().atOffset(ZoneOffset.UTC))
                .param("offline", signOn.offline())
                .param("code", codeHash)
                .param("codeEnd", now().plus(CODE))
                .param("end", now().plus(KEPT))
                .update();
    }

    /** Uses a code, the only time that works, for this access token. */
    Optional<SignOn> useCode(byte[] codeHash, byte[] accessHash) {
        return jdbc.sql("""
                        update applications.sign_on
                        set code_used_at = :now, access_hash = :access, access_expires_at = :end
                        where code_hash = :code and code_used_at is null and code_expires_at > :now and not revoked
                        returning *
                        """)
                .param("code", codeHash)
                .param("access", accessHash)
                .param("now", now())
                .param("end", now().plus(ACCESS))
                .query(SignOnTable::signOn)
                .optional();
    }

    /** The sign-on of a code that was already used. */
    Optional<SignOn> byUsedCode(byte[] codeHash) {
        return jdbc.sql("select * from applications.sign_on where code_hash = :code and code_used_at is not null")
                .param("code", codeHash)
                .query(SignOnTable::signOn)
                .optional();
    }

    Optional<SignOn> byAccessToken(byte[] accessHash) {
        return jdbc.sql("""
                        select * from applications.sign_on
                        where access_hash = :access and access_expires_at > :now and not revoked
                        """)
                .param("access", accessHash)
                .param("now", now())
                .query(SignOnTable::signOn)
                .optional();
    }

    /** Whose token this is, good or not. */
    public Optional<UUID> applicationOf(byte[] accessHash) {
        return jdbc.sql("select application from applications.sign_on where access_hash = :access")
                .param("access", accessHash)
                .query(UUID.class)
                .optional();
    }

    void addRefreshToken(UUID signOn, byte[] hash) {
        jdbc.sql("""
                        with alive as (update applications.sign_on set expires_at = :end where id = :signOn)
                        insert into applications.refresh (hash, sign_on, expires_at) values (:hash, :signOn, :end)
                        """)
                .param("hash", hash)
                .param("signOn", signOn)
                .param("end", now().plus(REFRESH))
                .update();
    }

    /** Uses a refresh token, the only time that works, for this access token. */
    Optional<SignOn> useRefreshToken(byte[] hash, byte[] accessHash) {
        return jdbc.sql("""
                        with used as (
                            update applications.refresh set used_at = :now
                            where hash = :hash and used_at is null and expires_at > :now
                            returning sign_on)
                        update applications.sign_on set access_hash = :access, access_expires_at = :end
                        where id = (select sign_on from used) and not revoked
                        returning *
                        """)
                .param("hash", hash)
                .param("access", accessHash)
                .param("now", now())
                .param("end", now().plus(ACCESS))
                .query(SignOnTable::signOn)
                .optional();
    }

    Optional<SignOn> byRefreshToken(byte[] hash) {
        return jdbc.sql("""
                        select s.* from applications.sign_on s join applications.refresh r on r.sign_on = s.id
                        where r.hash = :hash
                        """).param("hash", hash).query(SignOnTable::signOn).optional();
    }

    /** Nothing that came from it may be used any more. */
    void revoke(UUID signOn) {
        jdbc.sql("update applications.sign_on set revoked = true where id = :id")
                .param("id", signOn)
                .update();
    }

    /** The person takes back what an application was given. */
    public void revoke(UUID application, UUID account) {
        jdbc.sql(
                        "update applications.sign_on set revoked = true where application = :application and account = :account")
                .param("application", application)
                .param("account", account)
                .update();
    }

    /** A session ended: takes back what does not go on without it; gives the applications that followed it. */
    public List<UUID> endOf(UUID session) {
        jdbc.sql("update applications.sign_on set revoked = true where session = :session and not offline")
                .param("session", session)
                .update();
        return jdbc.sql("""
                        select distinct application from applications.sign_on
                        where session = :session and code_used_at is not null
                        """)
                .param("session", session)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The account is closed. */
    public void forget(UUID account) {
        jdbc.sql("delete from applications.sign_on where account = :account")
                .param("account", account)
                .update();
    }

    int deleteExpired() {
        return jdbc.sql("delete from applications.sign_on where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static SignOn signOn(ResultSet row, int number) throws SQLException {
        var claims = EnumSet.noneOf(Claim.class);
        for (var name : (String[]) row.getArray("claims").getArray()) {
            claims.add(Claim.valueOf(name));
        }
        return new SignOn(
                row.getObject("id", UUID.class),
                row.getObject("application", UUID.class),
                row.getObject("account", UUID.class),
                row.getObject("session", UUID.class),
                claims,
                row.getString("address"),
                row.getString("challenge"),
                row.getString("nonce"),
                row.getString("acr"),
                row.getString("amr"),
                row.getObject("signed_in_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("offline"));
    }
}
