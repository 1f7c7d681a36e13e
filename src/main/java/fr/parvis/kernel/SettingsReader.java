package fr.parvis.kernel;

import fr.parvis.kernel.Settings.DatabaseServer;
import fr.parvis.kernel.Settings.Smtp;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@link Settings} from environment variables, and says in one line which one is wrong and how to write it. */
final class SettingsReader {

    private static final int SECRET_BYTES = 32;

    private final Map<String, String> environment;

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    Settings read() {
        int port = port("PARVIS_PORT", 8080);
        return new Settings(
                port,
                managementPort(port),
                Path.of(text("PARVIS_DATA", "data")),
                database(),
                flag("PARVIS_DEMO", false),
                url("PARVIS_BASE_URL", "http://localhost:" + port),
                smtp(),
                mailFrom(),
                secret(),
                url("PARVIS_GEOCODER_URL", "https://data.geopf.fr/geocodage"),
                file("PARVIS_TOWN_FILE"),
                email("PARVIS_ADMIN_EMAIL"),
                registration("PARVIS_FRANCECONNECT", "https://oidc.franceconnect.gouv.fr/api/v2"),
                proConnect(),
                file("PARVIS_CLIENT_KEY_FILE"),
                imap(),
                sftpPort(port));
    }

    private @Nullable Integer sftpPort(int pages) {
        if (optional("PARVIS_SFTP_PORT") == null) {
            return null;
        }
        int port = port("PARVIS_SFTP_PORT", 0);
        if (port == pages && port != 0) {
            throw wrong("PARVIS_SFTP_PORT", "doit différer de PARVIS_PORT");
        }
        return port;
    }

    private Settings.@Nullable Imap imap() {
        var host = optional("PARVIS_IMAP_HOST");
        if (host == null) {
            return null;
        }
        var address = email("PARVIS_IMAP_ADDRESS");
        if (address == null || address.contains("+")) {
            throw wrong("PARVIS_IMAP_ADDRESS", "est obligatoire avec PARVIS_IMAP_HOST, et n’a pas de « + »");
        }
        return new Settings.Imap(
                host,
                port("PARVIS_IMAP_PORT", 993),
                text("PARVIS_IMAP_USER", address),
                text("PARVIS_IMAP_PASSWORD", ""),
                flag("PARVIS_IMAP_TLS", true),
                address);
    }

    private Settings.@Nullable ProConnect proConnect() {
        var registration = registration("PARVIS_PROCONNECT", "https://auth.agentconnect.gouv.fr/api/v2");
        if (registration == null) {
            return null;
        }
        var sirets = Set.of(text("PARVIS_PROCONNECT_SIRETS", "").split("[\\s,]+", -1));
        if (!sirets.stream().allMatch(siret -> siret.matches("\\d{14}"))) {
            throw wrong(
                    "PARVIS_PROCONNECT_SIRETS", "doit être un ou plusieurs SIRET de 14 chiffres, avec des virgules");
        }
        return new Settings.ProConnect(registration, sirets);
    }

    private Settings.@Nullable Registration registration(String prefix, String usualIssuer) {
        var client = optional(prefix + "_CLIENT_ID");
        if (client == null) {
            return null;
        }
        return new Settings.Registration(url(prefix + "_ISSUER", usualIssuer), client, clientSecret(prefix));
    }

    private @Nullable String clientSecret(String prefix) {
        var secret = optional(prefix + "_CLIENT_SECRET");
        return switch (text(prefix + "_CLIENT_AUTH", "secret")) {
            case "key" -> null;
            case "secret" -> {
                if (secret == null) {
                    throw wrong(
                            prefix + "_CLIENT_SECRET",
                            "est obligatoire avec " + prefix + "_CLIENT_ID, sauf si " + prefix
                                    + "_CLIENT_AUTH vaut key");
                }
                yield secret;
            }
            default -> throw wrong(prefix + "_CLIENT_AUTH", "doit valoir secret ou key");
        };
    }

    /** On the public port, health and metrics would be shown to everybody. */
    private int managementPort(int port) {
        int management = port("PARVIS_MANAGEMENT_PORT", 9080);
        if (management == port && port != 0) {
            throw wrong("PARVIS_MANAGEMENT_PORT", "doit différer de PARVIS_PORT");
        }
        return management;
    }

    private @Nullable Path file(String name) {
        var file = optional(name);
        if (file == null) {
            return null;
        }
        if (!Files.isReadable(Path.of(file))) {
            throw wrong(name, "doit désigner un fichier lisible");
        }
        return Path.of(file);
    }

    private String mailFrom() {
        var address = email("PARVIS_MAIL_FROM");
        return address == null ? "ne-pas-repondre@parvis.example" : address;
    }

    private @Nullable String email(String name) {
        var address = optional(name);
        if (address != null && !address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw wrong(name, "doit être une adresse électronique");
        }
        return address;
    }

    private @Nullable DatabaseServer database() {
        var url = optional("PARVIS_DATABASE_URL");
        if (url == null) {
            return null;
        }
        if (!url.startsWith("jdbc:postgresql://")) {
            throw wrong("PARVIS_DATABASE_URL", "doit ressembler à jdbc:postgresql://serveur:5432/parvis");
        }
        return new DatabaseServer(url, required("PARVIS_DATABASE_USER"), text("PARVIS_DATABASE_PASSWORD", ""));
    }

    private @Nullable Smtp smtp() {
        var host = optional("PARVIS_SMTP_HOST");
        return host == null
                ? null
                : new Smtp(
                        host,
                        port("PARVIS_SMTP_PORT", 25),
                        optional("PARVIS_SMTP_USER"),
                        optional("PARVIS_SMTP_PASSWORD"),
                        flag("PARVIS_SMTP_STARTTLS", false));
    }

    private @Nullable String secret() {
        var secret = optional("PARVIS_SECRET");
        if (secret != null && decodedLength(secret) < SECRET_BYTES) {
            throw wrong("PARVIS_SECRET", "doit être 32 octets aléatoires en base64 (openssl rand -base64 32)");
        }
        return secret;
    }

    private static int decodedLength(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException notBase64) {
            return 0;
        }
    }

    private int port(String name, int usual) {
        var text = text(name, String.valueOf(usual));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw wrong(name, "doit être un numéro de port entre 0 et 65535, et vaut « " + text + " »");
        }
        return Integer.parseInt(text);
    }

    private boolean flag(String name, boolean usual) {
        return switch (text(name, String.valueOf(usual))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "doit valoir true ou false");
        };
    }

    private URI url(String name, String usual) {
        var text = text(name, usual).replaceAll("/+$", "");
        try {
            if (text.matches("https?://[^\\s/]+(/\\S*)?")) {
                return new URI(text);
            }
        } catch (URISyntaxException wrong) {
            // said below
        }
        throw wrong(name, "doit être une adresse en http:// ou https://");
    }

    private String required(String name) {
        var text = optional(name);
        if (text == null) {
            throw wrong(name, "est obligatoire avec les autres réglages de la base de données");
        }
        return text;
    }

    private String text(String name, String usual) {
        var text = optional(name);
        return text == null ? usual : text;
    }

    private @Nullable String optional(String name) {
        var text = environment.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static WrongSettingException wrong(String name, String reason) {
        return new WrongSettingException(name + " " + reason + ".");
    }
}
