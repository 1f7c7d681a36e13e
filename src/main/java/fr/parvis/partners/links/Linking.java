package fr.parvis.partners.links;

import fr.parvis.partners.links.Link.Proof;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How people show a partner which of its accounts is theirs, and what they are told before.
 *
 * @param townLearns what the partner will tell the town, in plain French
 * @param partnerLearns what the partner will know of the town's account, in plain French
 * @param address where questions are sent, the CAS server, or the issuer of OpenID Connect; null for
 *     {@link Proof#SIGN_ON}
 * @param client how the town is registered there; for OpenID Connect only
 * @param signOn {@code initiate_login_uri} of the partner (OpenID Connect Core 1.0, section 4); null for none
 */
public record Linking(
        UUID partner,
        Proof method,
        String townLearns,
        String partnerLearns,
        @Nullable URI address,
        @Nullable Client client,
        @Nullable URI signOn) {

    /** How the town is registered at a partner's identity provider. */
    public record Client(String id, String secret) {

        @Override
        public String toString() {
            return "Client " + id;
        }
    }

    /** Where the partner is asked. */
    URI asked() {
        return Objects.requireNonNull(address, "the database holds that there is one");
    }

    /** Whether the proof is given on the partner's own site. */
    public boolean isGivenThere() {
        return method == Proof.OPENID || method == Proof.CAS;
    }
}
