package fr.parvis.applications;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Something an application may learn of a person (OpenID Connect Core, section 5.1), and its name in French. */
public enum Claim {
    GIVEN_NAME("given_name", "profile", "prénom"),
    FAMILY_NAME("family_name", "profile", "nom"),
    EMAIL("email", "email", "adresse électronique"),
    /** Name at birth, as OpenID Connect for Identity Assurance calls it; certified or not told. */
    BIRTH_NAME("birth_family_name", "profile", "nom de naissance" + Claim.IF_CERTIFIED),
    BIRTH_DATE("birthdate", "profile", "date de naissance" + Claim.IF_CERTIFIED),
    GENDER("gender", "profile", "sexe" + Claim.IF_CERTIFIED),
    /** Who says who the person is: {@code DECLARED} by themselves, or proven by {@code FRANCECONNECT}. */
    IDENTITY_LEVEL(
            "fr.parvis.identity_level",
            "profile",
            "niveau d’identité (déclarée par vous, ou certifiée par FranceConnect)");

    private static final String IF_CERTIFIED = " (si c’est certifié par FranceConnect)";

    private final String code;
    private final String scope;
    private final String words;

    Claim(String code, String scope, String words) {
        this.code = code;
        this.scope = scope;
        this.words = words;
    }

    /** Its name in tokens. */
    public String code() {
        return code;
    }

    /** The scope that asks for it. */
    public String scope() {
        return scope;
    }

    /** In French, without article. */
    public String words() {
        return words;
    }

    /** What these scopes ask for; scopes unknown here ask for nothing. */
    public static Set<Claim> askedBy(Collection<String> scopes) {
        var asked = EnumSet.noneOf(Claim.class);
        Arrays.stream(values())
                .filter(claim -> scopes.contains(claim.scope) || scopes.contains(claim.code))
                .forEach(asked::add);
        return asked;
    }

    static Set<Claim> read(String[] names) {
        var claims = EnumSet.noneOf(Claim.class);
        List.of(names).forEach(name -> claims.add(valueOf(name)));
        return claims;
    }

    static String[] write(Collection<Claim> claims) {
        return claims.stream().map(Claim::name).toArray(String[]::new);
    }
}
