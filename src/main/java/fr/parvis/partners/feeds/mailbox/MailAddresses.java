package fr.parvis.partners.feeds.mailbox;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Settings.Imap;
import fr.parvis.partners.Partner;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The address of each partner in the town's mailbox. It is what proves the partner: who a message says it is from can be
 * forged by anybody.
 */
@Repository
public class MailAddresses {

    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 26;

    private final @Nullable Imap imap;
    private final JdbcClient jdbc;
    private final RandomGenerator random;
    private final Clock clock;

    MailAddresses(Settings settings, JdbcClient jdbc, RandomGenerator random, Clock clock) {
        this.imap = settings.imap();
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** Whether the town has a mailbox for files. */
    public boolean isOpen() {
        return imap != null;
    }

    /** The partner's address, once it was given one. */
    public Optional<String> of(Partner partner) {
        return Optional.ofNullable(imap).flatMap(box -> token(partner).map(token -> address(box, token)));
    }

    /** Gives the partner a new address; messages to the former one no longer count. */
    public void renew(Partner partner) {
        var token = random.ints(LENGTH, 0, SIGNS.length())
                .mapToObj(i -> SIGNS.substring(i, i + 1))
                .collect(Collectors.joining());
        jdbc.sql("""
            insert into partners.feed_mailbox (partner, token, given_at) values (:partner, :token, :now)
            on conflict (partner) do update set token = excluded.token, given_at = excluded.given_at
            """)
                .param("partner", partner.id())
                .param("token", token)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose address this is. */
    Optional<UUID> owner(Imap box, String address) {
        var written = address.strip().toLowerCase(Locale.ROOT);
        int plus = written.indexOf('+');
        int at = written.lastIndexOf('@');
        if (plus < 0
                || at < plus
                || !address(box, written.substring(plus + 1, at)).equalsIgnoreCase(written)) {
            return Optional.empty();
        }
        return jdbc.sql("select partner from partners.feed_mailbox where token = :token")
                .param("token", written.substring(plus + 1, at))
                .query(UUID.class)
                .optional();
    }

    Optional<String> token(Partner partner) {
        return jdbc.sql("select token from partners.feed_mailbox where partner = :partner")
                .param("partner", partner.id())
                .query(String.class)
                .optional();
    }

    static String address(Imap box, String token) {
        int at = box.address().lastIndexOf('@');
        return box.address().substring(0, at) + "+" + token + box.address().substring(at);
    }
}
