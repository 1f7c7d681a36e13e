package fr.parvis.partners.links;

import fr.parvis.applications.GuardedFetch;
import fr.parvis.kernel.Token;
import fr.parvis.kernel.web.HostCookies;
import fr.parvis.partners.links.PartnerSignIn.Return;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The town as a service of a partner's CAS server (protocol 2.0): it validates the ticket that a browser brings back. */
@Component
class CasClient {

    private static final Logger LOG = LoggerFactory.getLogger(CasClient.class);
    private static final String COOKIE = "parvis_liaison_cas";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final String NAMESPACE = "http://www.yale.edu/tp/cas";

    private final HostCookies cookies;
    private final GuardedFetch fetch;
    private final RandomGenerator random;

    CasClient(HostCookies cookies, GuardedFetch fetch, RandomGenerator random) {
        this.cookies = cookies;
        this.fetch = fetch;
        this.random = random;
    }

    /** How a browser came back. */
    sealed interface Passage {

        /** The server says who it is. */
        record Recognised(String user) implements Passage {}

        /** Nobody was recognised. */
        record Failed(Return why) implements Passage {}
    }

    /** Where to sign in there. CAS has no state of its own, so ours travels in the address to come back to. */
    URI begin(URI server, String callback, HttpServletResponse response) {
        var state = Token.next(random).value();
        cookies.write(response, COOKIE, state, KEPT);
        return URI.create(server + "/login?service=" + encode(service(callback, state)));
    }

    Passage end(URI server, String callback, HttpServletRequest request, HttpServletResponse response) {
        var state = cookies.read(request, COOKIE).orElse("");
        cookies.remove(response, COOKIE);
        if (state.isEmpty() || !state.equals(request.getParameter("etat"))) {
            return new Passage.Failed(Return.LOST);
        }
        var ticket = request.getParameter("ticket");
        if (ticket == null) {
            return new Passage.Failed(Return.GAVE_UP);
        }
        try {
            return user(validated(server, service(callback, state), ticket))
                    .<Passage>map(Passage.Recognised::new)
                    .orElseGet(() -> new Passage.Failed(Return.REFUSED));
        } catch (IOException | SAXException failure) {
            LOG.warn("A CAS server does not validate tickets: {}", failure.toString());
            return new Passage.Failed(Return.DOWN);
        }
    }

    private String validated(URI server, String service, String ticket) throws IOException {
        var address = server + "/serviceValidate?service=" + encode(service) + "&ticket=" + encode(ticket);
        return fetch.retrieveResource(URI.create(address).toURL()).getContent();
    }

    /** The user of an {@code authenticationSuccess}; no document type is read, so nothing is fetched by it. */
    private static Optional<String> user(String answer) throws IOException, SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var users = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(answer)))
                    .getElementsByTagNameNS(NAMESPACE, "user");
            return users.getLength() == 1
                            && "authenticationSuccess"
                                    .equals(users.item(0).getParentNode().getLocalName())
                    ? Optional.of(users.item(0).getTextContent().strip()).filter(user -> !user.isEmpty())
                    : Optional.empty();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every JDK reads XML", impossible);
        }
    }

    private static String service(String callback, String state) {
        return callback + "?etat=" + state;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
