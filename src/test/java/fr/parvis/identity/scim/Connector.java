package fr.parvis.identity.scim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A town's directory that calls us, as those of Entra ID and Okta do. */
final class Connector {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final @Nullable String token;

    /** @param token null for one that brings none */
    Connector(int port, @Nullable String token) {
        this.base = "http://localhost:" + port + "/scim/v2";
        this.token = token;
    }

    /** What came back. */
    record Reply(int status, String text, HttpResponse<String> response) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        String at(String pointer) {
            return json().at(pointer).asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Reply get(String path) {
        return call("GET", path, "");
    }

    /** Reads the list that a filter gives. */
    Reply filter(String path, String filter) {
        return get(path + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    Reply post(String path, String body) {
        return call("POST", path, body);
    }

    Reply put(String path, String body, String... headers) {
        return call("PUT", path, body, headers);
    }

    /** Sends a patch of these operations, a JSON list without its brackets. */
    Reply patch(String path, String operations, String... headers) {
        return call("PATCH", path, """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [%s]}
                """.formatted(operations), headers);
    }

    Reply delete(String path, String... headers) {
        return call("DELETE", path, "", headers);
    }

    Reply call(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .setHeader("Content-Type", "application/scim+json; charset=utf-8");
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A person as Entra ID sends them, in a department; its fields are told apart by their address. */
    static String person(String email, String department) {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "externalId": "ext-%1$s", "userName": "%1$s", "active": true, "title": "Instructrice",
                 "name": {"givenName": "Inès", "familyName": "Roux"},
                 "emails": [{"primary": true, "type": "work", "value": "%1$s"}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "%2$s"}}
                """.formatted(email, department);
    }
}
