package fr.parvis.partners.intake;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Rows;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.handover.HandedCases;
import fr.parvis.partners.handover.Handovers;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.webhooks.Webhooks;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Ledger.Entry;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TimelineEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One partner goes on with the cases of another, whose history stays under its name. */
@Service
public class Takeover {

    private final Partners partners;
    private final Gaps gaps;
    private final FamilyLinks links;
    private final Handovers handovers;
    private final HandedCases ours;
    private final Webhooks webhooks;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    Takeover(
            Partners partners,
            Gaps gaps,
            FamilyLinks links,
            Handovers handovers,
            HandedCases ours,
            Webhooks webhooks,
            Ledger ledger,
            JdbcClient jdbc,
            Clock clock) {
        this.partners = partners;
        this.gaps = gaps;
        this.links = links;
        this.handovers = handovers;
        this.ours = ours;
        this.webhooks = webhooks;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a partner would leave to another.
     *
     * @param cases that residents follow
     * @param handed cases of ours that it has now
     * @param accounts of residents who are linked to it
     * @param again how many of these must link somebody again, whose name is somebody else's at the successor's
     */
    public record Estate(int cases, int handed, int accounts, int again) {}

    public Estate estate(Partner former, Partner successor) {
        int cases = jdbc.sql(
                        "select count(distinct key) from partners.foreign_case where partner = :former and not handed")
                .param("former", former.id())
                .query(Integer.class)
                .single();
        return new Estate(
                cases, handovers.of(former).size(), links.accountsOf(former), links.toLinkAgain(former, successor));
    }

    /**
     * The former partner falls silent; its cases, under the same keys, those of ours that it has, and the people it knows
     * are the new one's, which is told of them and numbers its events from 1. What waited for a missing event is shown
     * without it. Cases that both know already, and those of people whom the successor does not know, stay where they are:
     * nobody tells of them any more.
     *
     * @return false when it was replaced before, or would be by itself, by one that is replaced, or by one on trial
     */
    @Transactional
    public boolean replace(Partner former, Partner successor) {
        Stream.of(former.id(), successor.id()).sorted().forEach(partners::hold);
        if (former.id().equals(successor.id()) || !retire(former.id(), successor.id())) {
            return false;
        }
        gaps.closeAll(former);
        var names = links.passOn(former, successor);
        rename("facts", former, names);
        rename("foreign_case", former, names);
        moveCases(former, successor);
        moveFacts(former, successor);
        stopRest(former, successor);
        handovers.of(former).forEach(reference -> ours.passOn(reference, former, successor));
        webhooks.giveUp(former.id(), "Ce partenaire est remplacé par " + successor.name() + ".");
        return true;
    }

    /** Who goes on with the cases of this partner. */
    public Optional<UUID> successor(UUID former) {
        return jdbc.sql("select replaced_by from partners.partner where id = :former and replaced_by is not null")
                .param("former", former)
                .query(UUID.class)
                .optional();
    }

    private boolean retire(UUID former, UUID successor) {
        return jdbc.sql("""
                        update partners.partner set replaced_by = :successor, suspended = true
                        where id = :former and replaced_by is null and not sandbox and exists (
                            select from partners.partner s
                            where s.id = :successor and s.replaced_by is null and not s.sandbox)
                        """)
                        .param("former", former)
                        .param("successor", successor)
                        .update()
                > 0;
    }

    /** A case goes over with those of its followers whom the successor knows as the person whose it is. */
    private void moveCases(Partner former, Partner successor) {
        var moved = jdbc.sql("""
                        update partners.foreign_case c set partner = :successor, sequence = 0, path = null
                        where partner = :former and not exists (
                            select from partners.foreign_case o where o.partner = :successor and o.key = c.key)
                        and (handed or exists (
                            select from partners.link l where l.partner = :successor and l.account = c.owner
                                and l.member = coalesce(c.member, l.member)))
                        returning reference, handed
                        """)
                .param("former", former.id())
                .param("successor", successor.id())
                .query((row, number) -> row.getBoolean("handed")
                        ? Optional.<Reference>empty()
                        : Optional.of(new Reference(row.getString("reference"))))
                .list();
        ledger.passOn(moved.stream().flatMap(Optional::stream).toList(), successor.name());
    }

    /** So do lines; those that the successor tells already, or that are nobody's there, are gone. */
    private void moveFacts(Partner former, Partner successor) {
        jdbc.sql("""
                        update partners.facts f set partner = :successor, sequence = 0
                        where partner = :former and not exists (
                            select from partners.facts o
                            where o.partner = :successor and o.account = f.account and o.member = f.member)
                        and exists (
                            select from partners.link l where l.partner = :successor and l.account = f.account
                                and f.member in (l.member, l.sub))
                        """)
                .param("former", former.id())
                .param("successor", successor.id())
                .update();
        jdbc.sql("delete from partners.facts where partner = :former")
                .param("former", former.id())
                .update();
    }

    /** What stays under the former's name has an end, and says why. */
    private void stopRest(Partner former, Partner successor) {
        var left = jdbc.sql("select reference from partners.foreign_case where partner = :former and not handed")
                .param("former", former.id())
                .query((row, number) -> new Reference(row.getString("reference")))
                .list();
        var event = new TimelineEvent(
                clock.instant(),
                "Suivi arrêté",
                French.typeset(successor.name() + " remplace " + former.name() + ", qui n’en dira plus rien. Si votre"
                        + " compte est lié à " + successor.name() + ", la suite paraît à part, à son nom."),
                "La ville");
        ledger.recordAll(ledger.standings(left).entrySet().stream()
                .filter(one -> one.getValue().state() == State.OPEN)
                .map(one -> new Entry(one.getKey(), event, Standings.stopped(one.getValue())))
                .toList());
    }

    /** What the former told of an account under our name of it there is kept under that at the successor's. */
    private void rename(String table, Partner former, Map<String, String> names) {
        var rows = new Rows<>(List.copyOf(names.entrySet()));
        jdbc.sql("update partners." + table + " t set member = named.own"
                        + " from unnest(:formers, :owns) as named(former, own)"
                        + " where t.partner = :former and t.member = named.former")
                .param("formers", rows.texts(Map.Entry::getKey))
                .param("owns", rows.texts(Map.Entry::getValue))
                .param("former", former.id())
                .update();
    }
}
