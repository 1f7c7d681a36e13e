package fr.parvis.applications.logout;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import fr.parvis.applications.Application;
import fr.parvis.applications.openid.Provider;
import fr.parvis.applications.signing.SigningKeys;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;

/** Says that a session ended, in the words of each protocol, as a form. */
@Component
class LogoutMessages {

    private static final Duration GOOD_FOR = Duration.ofMinutes(2);
    private static final String SAML_PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String SAML_ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final SigningKeys keys;
    private final Provider provider;
    private final Clock clock;

    LogoutMessages(SigningKeys keys, Provider provider, Clock clock) {
        this.keys = keys;
        this.provider = provider;
        this.clock = clock;
    }

    String form(Application application, Notice notice) {
        return switch (application.protocol()) {
            case OPENID -> "logout_token=" + token(application, notice);
            case CAS -> "logoutRequest=" + URLEncoder.encode(request(notice), StandardCharsets.UTF_8);
            case API -> throw new IllegalStateException("nobody enters " + application.clientId());
        };
    }

    /** OpenID Connect Back-Channel Logout 1.0, section 2.4. */
    private String token(Application application, Notice notice) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .subject(notice.sub())
                .audience(application.clientId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(GOOD_FOR)))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", notice.sid())
                .claim("events", Map.of(LogoutTokenClaimsSet.EVENT_TYPE, Map.of()))
                .build();
        return keys.sign(application.algorithm(), new JOSEObjectType("logout+jwt"), claims);
    }

    /** CAS 3.0, section 2.3.3 and appendix C: the service finds its session by the ticket. */
    private String request(Notice notice) {
        var text = new StringWriter();
        try {
            var xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartElement("samlp", "LogoutRequest", SAML_PROTOCOL);
            xml.writeNamespace("samlp", SAML_PROTOCOL);
            xml.writeAttribute("ID", "LR-" + UUID.randomUUID());
            xml.writeAttribute("Version", "2.0");
            xml.writeAttribute(
                    "IssueInstant",
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            xml.writeStartElement("saml", "NameID", SAML_ASSERTION);
            xml.writeNamespace("saml", SAML_ASSERTION);
            xml.writeCharacters(notice.sub());
            xml.writeEndElement();
            xml.writeStartElement("samlp", "SessionIndex", SAML_PROTOCOL);
            xml.writeCharacters(notice.sid());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.close();
            return text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing to memory does not fail", impossible);
        }
    }
}
