package fr.parvis.applications.trial;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import fr.parvis.applications.Application;
import fr.parvis.applications.hearing.Findings;
import fr.parvis.applications.hearing.Masks;
import fr.parvis.applications.openid.Provider;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** The vendor's part in CAS 3. */
@Component
class CasPart {

    private final Provider provider;
    private final RandomGenerator random;

    CasPart(Provider provider, RandomGenerator random) {
        this.provider = provider;
        this.random = random;
    }

    static String login(Application standIn) {
        return "/cas/login?" + URLUtils.serializeParameters(Map.of("service", standIn.addresses()));
    }

    /** From the return of the browser to who came. */
    List<Scene> goOn(Application standIn, Map<String, List<String>> parameters) {
        var lines = new Findings(parameters, Masks.next(random))
                .expect("ticket", ticket -> ticket.startsWith("ST-"), "Aucun ticket n’est revenu.")
                .lines();
        boolean came = parameters.containsKey("ticket");
        var back = new Scene("Le retour", "Le navigateur revient à l’application avec un ticket.", came, lines);
        return came ? List.of(back, validation(standIn, parameters.getOrDefault("ticket", List.of()))) : List.of(back);
    }

    private Scene validation(Application standIn, List<String> ticket) {
        var query = URLUtils.serializeParameters(Map.of("service", standIn.addresses(), "ticket", ticket));
        var request = new HTTPRequest(
                HTTPRequest.Method.GET, URI.create(provider.address("/cas/p3/serviceValidate") + "?" + query));
        try {
            var body = Wire.send(request).getBody();
            var content = CasAnswer.facts(body);
            return content.containsKey("user")
                    ? Wire.plain(
                            "La personne",
                            "Contre le ticket, l’application apprend qui est venu, et ce que la personne a accepté.",
                            content)
                    : Wire.failed(new IOException(body));
        } catch (IOException failure) {
            return Wire.failed(failure);
        }
    }
}
