package fr.parvis.demo.openid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Codes of thirty seconds and one use, and access tokens of sixty. */
final class Grants {

    static final Duration TOKEN_LIFE = Duration.ofSeconds(60);

    private static final Duration CODE_LIFE = Duration.ofSeconds(30);

    private final Map<String, Dated> codes = new ConcurrentHashMap<>();
    private final Map<String, Dated> tokens = new ConcurrentHashMap<>();
    private final Clock clock;

    Grants(Clock clock) {
        this.clock = clock;
    }

    /** What a person agreed to tell a client. */
    record Grant(Subject subject, String redirectUri, String nonce, List<String> scopes) {}

    private record Dated(Grant grant, Instant end) {}

    String code(Grant grant) {
        return keep(codes, grant, CODE_LIFE);
    }

    Optional<Grant> redeem(String code) {
        return alive(codes.remove(code));
    }

    String token(Grant grant) {
        return keep(tokens, grant, TOKEN_LIFE);
    }

    Optional<Grant> of(String token) {
        return alive(tokens.get(token));
    }

    private String keep(Map<String, Dated> where, Grant grant, Duration life) {
        var value = UUID.randomUUID().toString();
        where.values().removeIf(dated -> dated.end().isBefore(clock.instant()));
        where.put(value, new Dated(grant, clock.instant().plus(life)));
        return value;
    }

    private Optional<Grant> alive(@org.jspecify.annotations.Nullable Dated dated) {
        return Optional.ofNullable(dated)
                .filter(found -> clock.instant().isBefore(found.end()))
                .map(Dated::grant);
    }
}
