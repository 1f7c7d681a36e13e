package fr.parvis.identity.proconnect;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which agent of the town it is that ProConnect proved. Public agents of the town's establishments only; and the first
 * time from an identity provider, only once an administrator agreed, for an address may have had another owner.
 */
@Service
class Admission {

    private final ProConnectDoor door;
    private final AgentLinks links;
    private final AccountTable accounts;

    Admission(ProConnectDoor door, AgentLinks links, AccountTable accounts) {
        this.door = door;
        this.links = links;
        this.accounts = accounts;
    }

    /** What follows from a proof. */
    sealed interface Outcome {

        /** The account is theirs. */
        record Theirs(UUID account) implements Outcome {}

        /** Nobody comes in, for this reason. */
        record Refused(Reason reason) implements Outcome {}
    }

    /** Why nobody comes in. */
    enum Reason {
        /** They work for somebody else. */
        OTHER_EMPLOYER,
        /** They are no public agent. */
        NO_PUBLIC_AGENT,
        /** They have no role here, or none any more. */
        NO_ROLE,
        /** An administrator has to agree. */
        WAITING
    }

    @Transactional
    Outcome receive(ProvenAgent agent) {
        if (!door.isOurs(agent.siret())) {
            return new Outcome.Refused(Reason.OTHER_EMPLOYER);
        }
        if (!agent.isPublicAgent()) {
            return new Outcome.Refused(Reason.NO_PUBLIC_AGENT);
        }
        var linked = links.account(agent);
        return linked.isPresent() ? known(linked.get()) : unknown(agent);
    }

    private Outcome known(UUID linked) {
        return colleague(accounts.find(linked))
                .<Outcome>map(account -> new Outcome.Theirs(account.id()))
                .orElseGet(() -> new Outcome.Refused(Reason.NO_ROLE));
    }

    private Outcome unknown(ProvenAgent agent) {
        return colleague(accounts.findUsable(agent.email()))
                .map(account -> {
                    links.ask(agent, account.id());
                    return new Outcome.Refused(Reason.WAITING);
                })
                .orElseGet(() -> new Outcome.Refused(Reason.NO_ROLE));
    }

    private static Optional<Account> colleague(Optional<Account> account) {
        return account.filter(Account::staff);
    }
}
