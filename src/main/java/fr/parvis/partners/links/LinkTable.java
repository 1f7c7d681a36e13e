package fr.parvis.partners.links;

import fr.parvis.partners.contract.PersonKey;
import fr.parvis.partners.links.Link.Proof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links as rows. */
@Repository
public class LinkTable {

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose each of these is, at this partner's; people who linked nothing are left out. A partner on trial knows
     * invented people only.
     *
     * @return accounts by the key that named them: one for a name of ours, all that linked them for a name of theirs
     */
    public Map<PersonKey, Set<UUID>> owners(UUID partner, Collection<PersonKey> people) {
        Map<PersonKey, Set<UUID>> owners = new HashMap<>();
        jdbc.sql("""
                        with named as (
                            select sub, member, account, invented from partners.link
                            where partner = :partner and sub = any(:subs)
                            union all
                            select sub, member, account, invented from partners.link
                            where partner = :partner and member = any(:members))
                        select n.sub, n.member, n.account from named n
                        join partners.partner p on p.id = :partner and p.sandbox = n.invented
                        """)
                .param("partner", partner)
                .param("subs", names(people, PersonKey::sub))
                .param("members", names(people, PersonKey::member))
                .query(row -> {
                    var account = Set.of(row.getObject("account", UUID.class));
                    owners.put(new PersonKey(row.getString("sub"), null, null), account);
                    owners.merge(new PersonKey(null, row.getString("member"), null), account, LinkTable::together);
                });
        return owners;
    }

    public List<Link> of(UUID account) {
        return jdbc.sql("select * from partners.link where account = :account order by linked_at")
                .param("account", account)
                .query(LinkTable::link)
                .list();
    }

    /** Keeps it, unless the account has linked the partner's person already. */
    public boolean insert(Link link) {
        return jdbc.sql("""
                        insert into partners.link (id, partner, account, sub, member, label, proven_by, linked_at)
                        values (:id, :partner, :account, :sub, :member, :label, :provenBy, :linkedAt)
                        on conflict (partner, member, account) do nothing
                        """)
                        .param("id", link.id())
                        .param("partner", link.partner())
                        .param("account", link.account())
                        .param("sub", link.sub())
                        .param("member", link.member())
                        .param("label", link.label())
                        .param("provenBy", link.provenBy().name())
                        .param("linkedAt", link.linkedAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Deletes a link of this account; empty when it has none of this id. */
    Optional<Link> delete(UUID account, UUID link) {
        return jdbc.sql("delete from partners.link where id = :id and account = :account returning *")
                .param("id", link)
                .param("account", account)
                .query(LinkTable::link)
                .optional();
    }

    List<Link> deleteAll(UUID account) {
        return jdbc.sql("delete from partners.link where account = :account returning *")
                .param("account", account)
                .query(LinkTable::link)
                .list();
    }

    /** Deletes all links of this partner, which is replaced. */
    List<Link> deleteOf(UUID partner) {
        return jdbc.sql("delete from partners.link where partner = :partner returning *")
                .param("partner", partner)
                .query(LinkTable::link)
                .list();
    }

    /**
     * The links to one partner whose name of the person is, at the other's, that of somebody whom others linked, and this
     * account did not. Our own names of accounts are nobody else's.
     */
    List<Link> doubtful(UUID former, UUID successor) {
        return jdbc.sql("""
                        select l.* from partners.link l
                        where l.partner = :former and l.member <> l.sub and exists (
                            select from partners.link o where o.partner = :successor and o.member = l.member)
                        and not exists (
                            select from partners.link o
                            where o.partner = :successor and o.member = l.member and o.account = l.account)
                        """)
                .param("former", former)
                .param("successor", successor)
                .query(LinkTable::link)
                .list();
    }

    /** How many people are linked to this partner, by their accounts. */
    int accountsOf(UUID partner) {
        return jdbc.sql("select count(distinct account) from partners.link where partner = :partner")
                .param("partner", partner)
                .query(Integer.class)
                .single();
    }

    private static Set<UUID> together(Set<UUID> some, Set<UUID> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private interface Name {
        @Nullable
        String of(PersonKey person);
    }

    private static String[] names(Collection<PersonKey> people, Name name) {
        return people.stream()
                .flatMap(person -> Optional.ofNullable(name.of(person)).stream())
                .toArray(String[]::new);
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getObject("id", UUID.class),
                row.getObject("partner", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("sub"),
                row.getString("member"),
                row.getString("label"),
                Proof.valueOf(row.getString("proven_by")),
                row.getObject("linked_at", OffsetDateTime.class).toInstant());
    }
}
