package fr.parvis.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import fr.parvis.testing.browser.Visitor;

/** What unlocks by finger or face in somebody's device: Chromium's virtual authenticator. */
final class VirtualKey {

    private final CDPSession chromium;
    private final String id;

    private VirtualKey(CDPSession chromium, String id) {
        this.chromium = chromium;
        this.id = id;
    }

    /** Gives the visitor's browser one, whose owner unlocks it when asked. */
    static VirtualKey in(Visitor visitor) {
        var chromium = visitor.page().context().newCDPSession(visitor.page());
        chromium.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        var answer = chromium.send("WebAuthn.addVirtualAuthenticator", arguments);
        return new VirtualKey(chromium, answer.get("authenticatorId").getAsString());
    }

    /** From now on somebody else holds the device, who cannot unlock it. */
    void stolen() {
        var arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        arguments.addProperty("isUserVerified", false);
        chromium.send("WebAuthn.setUserVerified", arguments);
    }
}
