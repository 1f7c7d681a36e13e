package fr.parvis.identity.openid;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * What a provider proved of somebody, all of it verified.
 *
 * @param sub who it is, in the provider's words for this town
 * @param claims of userinfo
 * @param idToken kept with the session, to sign out there too
 */
public record Proof(String issuer, String sub, JWTClaimsSet claims, String idToken) {

    @Override
    public String toString() {
        return "Proof";
    }
}
