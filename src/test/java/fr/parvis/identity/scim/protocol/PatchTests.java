package fr.parvis.identity.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PatchTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String ROUX = """
            {"userName": "ines", "name": {"givenName": "Inès", "familyName": "Roux"},
             "emails": [{"value": "a@b.fr", "type": "work"}, {"value": "c@d.fr", "type": "home"}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op': 'add', 'path': 'title', 'value': 'Cheffe'} | /title | Cheffe",
                "{'op': 'REPLACE', 'path': 'USERNAME', 'value': 'autre'} | /userName | autre",
                "{'op': 'replace', 'value': {'name.givenName': 'Zoé'}} | /name/givenName | Zoé",
                "{'op': 'replace', 'path': 'name', 'value': {'givenName': 'Zoé'}} | /name/familyName | Roux",
                "{'op': 'remove', 'path': 'name.givenName'} | /name/givenName | ``",
                "{'op': 'replace', 'path': 'userName', 'value': null} | /userName | ``",
                "{'op': 'replace', 'path': 'emails[type eq \"home\"].value', 'value': 'x'} | /emails/1/value | x",
                "{'op': 'replace', 'path': 'emails[type eq \"home\"]', 'value': {'value': 'x'}} | /emails/1/type | home",
                "{'op': 'add', 'path': 'emails[type eq \"other\"].value', 'value': 'x'} | /emails/2/value | x",
                "{'op': 'add', 'path': 'emails[type eq \"other\"].value', 'value': 'x'} | /emails/2/type | other",
                "{'op': 'remove', 'path': 'emails[type eq \"work\"]'} | /emails/0/value | c@d.fr",
                "{'op': 'add', 'path': 'emails', 'value': {'value': 'x'}} | /emails/2/value | x",
                "{'op': 'add', 'path': 'emails', 'value': [{'value': 'a@b.fr'}]} | /emails/2 | ``",
                "{'op': 'replace', 'path': 'emails', 'value': [{'value': 'x'}]} | /emails/1 | ``",
                "{'op': 'remove', 'path': 'emails', 'value': [{'value': 'a@b.fr'}]} | /emails/0/value | c@d.fr",
                "{'op': 'remove', 'path': 'emails'} | /emails | ``",
                "{'op': 'replace', 'path': 'emails.type', 'value': 'x'} | /emails/1/type | x",
                "{'op': 'add', 'path': 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',"
                        + " 'value': 'Voirie'} | /urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department"
                        + " | Voirie",
                "{'op': 'add', 'value': {'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':"
                        + " {'department': 'Voirie'}}} |"
                        + " /urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department | Voirie",
                "{'op': 'replace', 'path': 'urn:ietf:params:scim:schemas:core:2.0:User:userName', 'value': 'x'}"
                        + " | /userName | x"
            })
    void changesWhatItNames(String operation, String pointer, String value) {
        var changed = patch(operation).then(patch -> patch.applyTo(roux()));
        assertThat(changed)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(
                                        ((ObjectNode) done.value()).at(pointer).asString())
                                .isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op': 'move', 'path': 'title', 'value': 'x'} | invalidSyntax",
                "{'path': 'title', 'value': 'x'} | invalidSyntax",
                "{'op': 'remove'} | noTarget",
                "{'op': 'add', 'value': 'x'} | invalidValue",
                "{'op': 'add', 'path': 'title'} | invalidValue",
                "{'op': 'add', 'path': 'title..x', 'value': 'x'} | invalidPath",
                "{'op': 'add', 'path': 'emails[type]', 'value': 'x'} | invalidFilter",
                "{'op': 'add', 'path': 'name[type eq \"x\"].value', 'value': 'x'} | noTarget",
                "{'op': 'add', 'path': 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', 'value': 'x'}"
                        + " | invalidValue",
                "`` | invalidSyntax"
            })
    void saysWhyItCannot(String operation, String type) {
        var changed = patch(operation).then(patch -> patch.applyTo(roux()));
        assertThat(changed)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().type()).isEqualTo(type));
    }

    private static Outcome<Patch> patch(String operation) {
        return Patch.read((ObjectNode) JSON.readTree(
                "{\"operations\": [" + operation.replace("\"", "\\\"").replace('\'', '"') + "]}"));
    }

    private static ObjectNode roux() {
        return (ObjectNode) JSON.readTree(ROUX);
    }
}
