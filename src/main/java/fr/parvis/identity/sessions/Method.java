package fr.parvis.identity.sessions;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How somebody showed who they are; the names are those of RFC 8176, and the providers' own. */
public enum Method {
    PASSWORD("pwd"),
    /** A code sent to the address of the account. */
    MAIL("mail"),
    /** A code of an authenticator application (RFC 6238). */
    TOTP("otp"),
    /** A passkey: a key the device holds, unlocked by its owner. */
    PASSKEY("pop"),
    FRANCECONNECT("franceconnect"),
    PROCONNECT("proconnect"),
    /** Two factors of different kinds, seen here or told by the provider. */
    SEVERAL_FACTORS("mfa");

    private static final Pattern SPACE = Pattern.compile(" ");

    private final String code;

    Method(String code) {
        this.code = code;
    }

    /** The value of {@code amr} (OpenID Connect Core, section 2). */
    public String code() {
        return code;
    }

    /** Several codes, to store. */
    public static String write(Set<Method> methods) {
        return methods.stream().sorted().map(Method::code).collect(Collectors.joining(" "));
    }

    /** What {@link #write} stored. */
    public static Set<Method> read(String codes) {
        return SPACE.splitAsStream(codes).map(Method::of).collect(Collectors.toUnmodifiableSet());
    }

    private static Method of(String code) {
        return Arrays.stream(values())
                .filter(method -> method.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such method: " + code));
    }
}
