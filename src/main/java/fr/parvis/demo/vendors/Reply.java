package fr.parvis.demo.vendors;

import java.util.Map;

/** What a house answers to a question of the town: a status, and the members of a JSON object. */
public record Reply(int status, Map<String, String> body) {

    /** It is not so; the town is not told what is wrong. */
    public static final Reply NO = new Reply(404, Map.of());

    public Reply {
        body = Map.copyOf(body);
    }

    /** It is this person. */
    public static Reply yes(String member, String name) {
        return new Reply(200, Map.of("member", member, "name", name));
    }
}
