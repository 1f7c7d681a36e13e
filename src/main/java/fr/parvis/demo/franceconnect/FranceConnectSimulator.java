package fr.parvis.demo.franceconnect;

import fr.parvis.demo.openid.ProviderSimulator;
import fr.parvis.demo.openid.Rules;
import fr.parvis.demo.programs.ChildProgram;
import fr.parvis.kernel.Settings.Registration;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Stands in for FranceConnect v2, level eidas1, over invented citizens. */
public final class FranceConnectSimulator {

    private static final URI ANYWHERE = URI.create("http://127.0.0.1");
    private static final int SHORTEST_NONCE = 22;

    private static final Rules RULES = new Rules(
            "FranceConnect",
            registration(ANYWHERE),
            "eidas1",
            List.copyOf(Citizen.ALL),
            FranceConnectSimulator::isAcceptable);

    private FranceConnectSimulator() {}

    /** Runs until it is stopped or its input ends, on the port given as first argument or 8890. */
    public static void main(String[] arguments) throws IOException {
        ChildProgram.endWithInput();
        var simulator = start(arguments.length == 0 ? 8890 : Integer.parseInt(arguments[0]));
        System.out.println("FranceConnect simulator at " + simulator.issuer());
    }

    /** Starts it in this process; port 0 takes any free one. */
    public static ProviderSimulator start(int port) throws IOException {
        return ProviderSimulator.start(port, RULES);
    }

    /** How its one service is registered. */
    public static Registration registration(URI issuer) {
        return new Registration(issuer, "parvis-demo", "secret-of-the-demo-town-and-of-nothing-else");
    }

    private static boolean isAcceptable(Map<String, String> request) {
        return request.getOrDefault("response_type", "").equals("code")
                && List.of(request.getOrDefault("scope", "").split(" ")).contains("openid")
                && !request.getOrDefault("state", "").isEmpty()
                && request.getOrDefault("nonce", "").length() >= SHORTEST_NONCE
                && request.getOrDefault("acr_values", "").equals("eidas1")
                && List.of("login", "consent", "login consent").contains(request.getOrDefault("prompt", "login"));
    }
}
