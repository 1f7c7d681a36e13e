package fr.parvis.identity.scim;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Token;
import fr.parvis.organisation.Unit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** People and units as the resources of RFC 7643. */
@Component
class Resources {

    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int VERSION_BYTES = 8;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Settings settings;

    Resources(Settings settings) {
        this.settings = settings;
    }

    /** The id that a text is, if it is one. */
    static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    ObjectNode of(DirectoryUser user) {
        var profile = user.profile();
        var document = JSON.createObjectNode();
        document.putArray("schemas").add(USER).add(ENTERPRISE);
        document.put("id", user.id().toString());
        profile.externalId().ifPresent(id -> document.put("externalId", id));
        document.put("userName", profile.userName());
        document.putObject("name")
                .put("formatted", profile.firstName() + " " + profile.lastName())
                .put("givenName", profile.firstName())
                .put("familyName", profile.lastName());
        document.put("displayName", profile.firstName() + " " + profile.lastName());
        profile.title().ifPresent(title -> document.put("title", title));
        document.put("active", user.active());
        document.putArray("emails")
                .addObject()
                .put("value", profile.email())
                .put("type", "work")
                .put("primary", true);
        profile.department().ifPresent(unit -> document.putObject(ENTERPRISE).put("department", unit));
        var version = version(document);
        document.putObject("meta")
                .put("resourceType", "User")
                .put("created", user.created().toString())
                .put("lastModified", user.modified().toString())
                .put("location", location(user))
                .put("version", version);
        return document;
    }

    ObjectNode of(Unit unit, List<DirectoryUser> members) {
        var document = JSON.createObjectNode();
        document.putArray("schemas").add(GROUP);
        document.put("id", unit.id());
        document.put("displayName", unit.name());
        var listed = document.putArray("members");
        members.forEach(user -> listed.addObject()
                .put("value", user.id().toString())
                .put("type", "User")
                .put(
                        "display",
                        user.profile().firstName() + " " + user.profile().lastName())
                .put("$ref", location(user)));
        var version = version(document);
        document.putObject("meta")
                .put("resourceType", "Group")
                .put("location", settings.url(Gate.PATH + "/Groups/" + unit.id()))
                .put("version", version);
        return document;
    }

    private String location(DirectoryUser user) {
        return settings.url(Gate.PATH + "/Users/" + user.id());
    }

    /** Changes with whatever the document says (RFC 7644, section 3.14). */
    private static String version(ObjectNode document) {
        var hash = new Token(document.toString()).hash();
        return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(hash, VERSION_BYTES)) + "\"";
    }
}
