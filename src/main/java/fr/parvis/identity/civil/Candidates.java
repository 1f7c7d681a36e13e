package fr.parvis.identity.civil;

import fr.parvis.identity.CivilIdentity;
import fr.parvis.identity.RunningRequests;
import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of one civil identity, with what tells an administrator which of them is in use. */
@Repository
class Candidates {

    private final JdbcClient jdbc;
    private final CivilIdentityTable identities;
    private final AccountTable accounts;
    private final RunningRequests requests;

    Candidates(JdbcClient jdbc, CivilIdentityTable identities, AccountTable accounts, RunningRequests requests) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.accounts = accounts;
        this.requests = requests;
    }

    /** One of the accounts; how many of its requests are under way, never which. */
    record Candidate(Account account, Instant createdAt, Optional<Instant> usedAt, int requests) {}

    List<Candidate> of(CivilIdentity identity) {
        return accounts.findAll(identities.accountsOf(identity)).stream()
                .map(this::candidate)
                .toList();
    }

    private Candidate candidate(Account account) {
        return jdbc.sql("""
                        select created_at, greatest(
                            (select max(at) from identity.sign_in where account_id = account.id),
                            (select max(last_seen_at) from identity.session where account_id = account.id))
                        from identity.account where id = :id
                        """)
                .param("id", account.id())
                .query((row, n) -> new Candidate(
                        account,
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        requests.of(account.id()).size()))
                .single();
    }
}
