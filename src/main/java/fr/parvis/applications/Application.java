package fr.parvis.applications;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program of a vendor that people enter with their account here.
 *
 * @param clientId its public name in the protocol
 * @param purpose what it is for, in a sentence people read before they agree
 * @param contact whom to write to at the vendor
 * @param addresses where people may be sent back to: compared whole for OpenID Connect, by their start for CAS
 * @param logoutAddresses where people may be sent after signing out
 * @param backChannel told when a session ends (OpenID Connect Back-Channel Logout 1.0); null for none
 * @param claims what it may learn at most
 * @param keySet address of the keys it signs with ({@code private_key_jwt}); null when it has a secret
 * @param algorithm how its tokens are signed
 * @param offline whether it may act while the person is away (refresh tokens)
 */
public record Application(
        UUID id,
        String clientId,
        String name,
        String purpose,
        String contact,
        Protocol protocol,
        List<String> addresses,
        List<String> logoutAddresses,
        @Nullable String backChannel,
        Set<Claim> claims,
        @Nullable String keySet,
        Algorithm algorithm,
        boolean offline,
        boolean suspended) {

    public Application {
        addresses = List.copyOf(addresses);
        logoutAddresses = List.copyOf(logoutAddresses);
        claims = Set.copyOf(claims);
    }

    /** What it speaks. */
    public enum Protocol {
        OPENID,
        CAS,
        /** It signs nobody in: it only calls us, with tokens of its own. */
        API
    }

    /** How tokens are signed (RFC 7518); OpenID Connect takes RS256 for granted. */
    public enum Algorithm {
        RS256,
        ES256
    }

    /** Whether people enter it with their account; otherwise it only calls us. */
    public boolean isEntered() {
        return protocol != Protocol.API;
    }

    /** Whether it proves itself by keys of its own: a secret would be refused. */
    public boolean hasKeys() {
        return keySet != null;
    }

    /** Of what it asks for, what the administrator lets it have. */
    public Set<Claim> allowed(Set<Claim> asked) {
        return asked.stream().filter(claims::contains).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
