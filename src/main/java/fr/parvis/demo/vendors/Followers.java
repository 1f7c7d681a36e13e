package fr.parvis.demo.vendors;

import java.util.Optional;

/**
 * Who follows whom in the town: each account, by the town's name of it, with this house's name of the person. Who a
 * person is here stays known when nobody follows them any more.
 */
public final class Followers {

    private final VendorDatabase database;

    public Followers(VendorDatabase database) {
        this.database = database;
    }

    /** From now on this account follows the person; false when it did already. */
    public boolean add(String sub, String member) {
        return database.jdbc()
                        .sql("""
                                insert into follower as f values (:sub, :member, true)
                                on conflict (sub, member) do update set follows = true where not f.follows
                                """)
                        .param("sub", sub)
                        .param("member", member)
                        .update()
                > 0;
    }

    void remove(String sub, String member) {
        database.jdbc()
                .sql("update follower set follows = false where sub = :sub and member = :member")
                .param("sub", sub)
                .param("member", member)
                .update();
    }

    /** Whether another account follows the person too: the town then tells the newcomer where all stands. */
    boolean isShared(String sub, String member) {
        return database.jdbc()
                .sql("select exists(select from follower where member = :member and sub <> :sub and follows)")
                .param("sub", sub)
                .param("member", member)
                .query(Boolean.class)
                .single();
    }

    /** Who signs in here with this account; empty for a stranger. */
    public Optional<String> member(String sub) {
        return name("select member from follower where sub = :name order by member = sub limit 1", sub);
    }

    /** The account that follows the person now. */
    public Optional<String> account(String member) {
        return name("select sub from follower where member = :name and follows order by sub limit 1", member);
    }

    private Optional<String> name(String question, String name) {
        return database.jdbc()
                .sql(question)
                .param("name", name)
                .query((row, number) -> row.getString(1))
                .optional();
    }
}
