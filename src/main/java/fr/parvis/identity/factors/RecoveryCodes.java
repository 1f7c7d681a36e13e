package fr.parvis.identity.factors;

import fr.parvis.kernel.Hmac;
import fr.parvis.kernel.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Ten codes on paper, each good once, for who lost their phone. Fifty random bits each: as hard to guess as a key. */
@Repository
class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int LENGTH = 10;

    /** Without the letters and digits that people mix up when they read their own paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final JdbcClient jdbc;
    private final RandomGenerator random;
    private final Hmac hmac;

    RecoveryCodes(JdbcClient jdbc, RandomGenerator random, Secrets secrets) {
        this.jdbc = jdbc;
        this.random = random;
        this.hmac = new Hmac(secrets, "identity/recovery-codes");
    }

    /** New codes, shown once; the former ones are good for nothing. */
    @Transactional
    List<String> renew(UUID account) {
        forget(account);
        var codes = Stream.generate(this::code).distinct().limit(COUNT).toList();
        codes.forEach(
                code -> jdbc.sql("insert into identity.recovery_code (account_id, code_hash) values (:account, :hash)")
                        .param("account", account)
                        .param("hash", hash(account, code))
                        .update());
        return codes;
    }

    /** Uses a code up; false when it is none of theirs. */
    boolean use(UUID account, String typed) {
        return jdbc.sql("delete from identity.recovery_code where account_id = :account and code_hash = :hash")
                        .param("account", account)
                        .param("hash", hash(account, typed))
                        .update()
                == 1;
    }

    int left(UUID account) {
        return jdbc.sql("select count(*) from identity.recovery_code where account_id = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    void forget(UUID account) {
        jdbc.sql("delete from identity.recovery_code where account_id = :account")
                .param("account", account)
                .update();
    }

    private String code() {
        var letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(i == LENGTH / 2 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }

    private byte[] hash(UUID account, String typed) {
        return hmac.of(account + ":" + typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
