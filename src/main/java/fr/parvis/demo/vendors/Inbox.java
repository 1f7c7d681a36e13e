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
    private final byte[] key;
    private final Clock clock;

    /**
     * The town's messages.
     *
     * @param key what the town signs them with
     */
    public Inbox(VendorDatabase database, byte[] key, Clock clock) {
        this.database = database;
        this.key = key.clone();
        this.clock = clock;
    }

    /** What a house does about a message. Types that it does not know are left aside: the town will have more. */
    public interface Reader {
        void read(String type, JsonNode data);
    }

    /** Whether a message is the town's. It is kept with its id and answered at once; work comes after. */
    public boolean take(Message message, Reader reader) {
        if (!Signing.isGood(key, message, clock.instant())) {
            return false;
        }
        database.change(() -> {
            if (isNew(message.id())) {
                read(message, reader);
            }
        });
        return true;
    }

    /** Takes news of people who linked their account, and nothing else. */
    public boolean takeLinks(Message message, House house) {
        return take(message, (type, data) -> {
            if (type.equals("fr.parvis.link.created.v1")) {
                house.meet(data.path("sub").asString(), data.path("member").asString());
            }
        });
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
