package fr.parvis.kernel;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the program, all from the environment; docs/operations.md says what each is for.
 *
 * @param database null for the embedded server
 * @param smtp null when no mail server is configured
 * @param secret base64 of 32 bytes or more from which every key is derived; null to keep one in the data folder
 * @param townFile the town's document, read once when the database is empty; null for the one in the jar
 * @param administrator e-mail address that becomes administrator at the first start; null for none
 * @param franceConnect null when the town does not offer it
 * @param clientKey file of the private key that proves the town to identity providers; null to make and keep one
 * @param imap null when partners may not send files by e-mail
 * @param sftpPort where partners may drop files; null for nowhere
 */
public record Settings(
        int port,
        int managementPort,
        Path data,
        @Nullable DatabaseServer database,
        boolean demo,
        URI baseUrl,
        @Nullable Smtp smtp,
        String mailFrom,
        @Nullable String secret,
        URI geocoder,
        @Nullable Path townFile,
        @Nullable String administrator,
        @Nullable Registration franceConnect,
        @Nullable ProConnect proConnect,
        @Nullable Path clientKey,
        @Nullable Imap imap,
        @Nullable Integer sftpPort) {

    /**
     * How the town is registered at an identity provider.
     *
     * @param issuer what its discovery document hangs under, without the final slash
     * @param clientSecret null when the town proves itself with its key instead (RFC 7523)
     */
    public record Registration(
            URI issuer, String clientId, @Nullable String clientSecret) {

        @Override
        public String toString() {
            return "Registration at " + issuer;
        }
    }

    /**
     * How the town is registered at ProConnect.
     *
     * @param sirets the establishments whose agents may enter
     */
    public record ProConnect(Registration registration, Set<String> sirets) {

        public ProConnect {
            sirets = Set.copyOf(sirets);
        }
    }

    /** A PostgreSQL server of the town. */
    public record DatabaseServer(String url, String user, String password) {}

    /** The mail server that carries the town's messages. */
    public record Smtp(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            boolean startTls) {}

    /**
     * The mailbox where partners send files.
     *
     * @param address what is written to; each partner has a part of its own after a plus sign
     */
    public record Imap(String host, int port, String user, String password, boolean tls, String address) {

        @Override
        public String toString() {
            return "Mailbox at " + host;
        }
    }

    /**
     * Reads the settings from the environment.
     *
     * @throws WrongSettingException naming the setting and what it should look like
     */
    public static Settings from(Map<String, String> environment) {
        return new SettingsReader(environment).read();
    }

    /** Whether pages are reached over HTTPS, which decides the Secure flag of cookies. */
    public boolean https() {
        return "https".equals(baseUrl.getScheme());
    }

    /** An absolute address on this portal, for e-mails and letters. */
    public String url(String path) {
        return baseUrl.toString() + path;
    }

    /** What Spring Boot must know of these settings. */
    public Map<String, Object> toProperties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", port);
        properties.put("management.server.port", managementPort);
        properties.put("server.servlet.session.cookie.secure", https());
        if (demo) {
            properties.put("spring.profiles.active", "demo");
        }
        return properties;
    }
}
