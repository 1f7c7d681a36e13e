package fr.parvis.demo.proconnect;

import fr.parvis.demo.openid.ProviderSimulator;
import fr.parvis.demo.openid.Rules;
import fr.parvis.demo.programs.ChildProgram;
import fr.parvis.kernel.Settings.ProConnect;
import fr.parvis.kernel.Settings.Registration;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stands in for ProConnect, over invented agents; as strict about unknown parameters as ProConnect is. */
public final class ProConnectSimulator {

    /** The town's establishment. */
    public static final String SIRET = "21920073400015";

    private static final URI ANYWHERE = URI.create("http://127.0.0.1");
    private static final int SHORTEST_WORD = 32;

    private static final Set<String> PARAMETERS = Set.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "acr_values",
            "claims",
            "prompt",
            "idp_hint",
            "login_hint",
            "siret_hint",
            "response_mode");

    private static final Rules RULES = new Rules(
            "ProConnect",
            registration(ANYWHERE).registration(),
            "eidas1-mfa",
            InventedAgent.ALL,
            ProConnectSimulator::isAcceptable);

    private ProConnectSimulator() {}

    /** Runs until it is stopped or its input ends, on the port given as first argument or 8891. */
    public static void main(String[] arguments) throws IOException {
        ChildProgram.endWithInput();
        var simulator = start(arguments.length == 0 ? 8891 : Integer.parseInt(arguments[0]));
        System.out.println("ProConnect simulator at " + simulator.issuer());
    }

    /** Starts it in this process; port 0 takes any free one. */
    public static ProviderSimulator start(int port) throws IOException {
        return ProviderSimulator.start(port, RULES);
    }

    /** How its one service is registered: it signs with a key of its own. */
    public static ProConnect registration(URI issuer) {
        return new ProConnect(new Registration(issuer, "parvis-demo-agents", null), Set.of(SIRET));
    }

    private static boolean isAcceptable(Map<String, String> request) {
        return PARAMETERS.containsAll(request.keySet())
                && request.getOrDefault("response_type", "").equals("code")
                && List.of(request.getOrDefault("scope", "").split(" ")).contains("openid")
                && request.getOrDefault("state", "").length() >= SHORTEST_WORD
                && request.getOrDefault("nonce", "").length() >= SHORTEST_WORD;
    }
}
