package fr.parvis.demo.vendors;

import java.time.Clock;
import java.time.ZoneOffset;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the town posts: taken when it is signed and of now, read once, within a transaction of the vendor's. */
public final class Inbox {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final VendorDatabase database;
    private final Followers followers;
    private final byte[] key;
    private final Clock clock;

    /**
     * The town's messages.
     *
     * @param key what the town signs them with
     */
    public Inbox(VendorDatabase database, byte[] key, Clock clock) {
        this.database = database;
        this.followers = new Followers(database);
        this.key = key.clone();
        this.clock = clock;
    }

    /** What a house does about a message. Types that it does not know are left aside: the town will have more. */
    public interface Reader {
        void read(String type, JsonNode data);
    }

    /**
     * Takes news of links, and what the house makes of the rest: whether it is the town's. A message is kept with its id
     * and answered at once; work comes after.
     */
    public boolean take(Message message, House house, Reader reader) {
        if (!Signing.isGood(key, message, clock.instant())) {
            return false;
        }
        database.change(() -> {
            if (isNew(message.id())) {
                read(message, (type, data) -> {
                    readLink(type, data, house);
                    reader.read(type, data);
                });
            }
        });
        return true;
    }

    /** Takes news of who linked their account or undid that, and nothing else. */
    public boolean takeLinks(Message message, House house) {
        return take(message, house, (type, data) -> {
            // left aside
        });
    }

    private void readLink(String type, JsonNode data, House house) {
        var sub = data.path("sub").asString("");
        var member = house.own(sub, data.path("member").asString(""));
        if (type.equals("fr.parvis.link.created.v1")) {
            followers.add(sub, member);
            if (!followers.isShared(sub, member)) {
                house.meet(member);
            }
        } else if (type.equals("fr.parvis.link.ended.v1")) {
            followers.remove(sub, member);
        }
    }

    private boolean isNew(String message) {
        return database.jdbc()
                        .sql("insert into heard values (:id, :at) on conflict do nothing")
                        .param("id", message)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static void read(Message message, Reader reader) {
        try {
            var event = JSON.readTree(message.body());
            reader.read(event.path("type").asString(""), event.path("data"));
        } catch (JacksonException notForUs) {
            // signed, so it is the town's; but nothing that this program can read
        }
    }
}
