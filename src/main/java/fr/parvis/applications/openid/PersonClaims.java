package fr.parvis.applications.openid;

import fr.parvis.applications.Acquaintance;
import fr.parvis.applications.Claim;
import fr.parvis.identity.Accounts;
import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.CivilIdentity;
import fr.parvis.identity.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What we know of a person, as claims: of what is allowed, what the person still agrees to. Civil status is told when it
 * is certified, and never as somebody typed it.
 */
@Component
public class PersonClaims {

    private static final String DECLARED = "DECLARED";

    private final Accounts accounts;

    PersonClaims(Accounts accounts) {
        this.accounts = accounts;
    }

    /** None when the account is gone. */
    public Optional<Map<String, Object>> of(UUID account, Acquaintance known, Set<Claim> allowed) {
        return accounts.find(account).map(person -> {
            Map<String, Object> claims = new LinkedHashMap<>();
            claims.put("sub", known.sub());
            var certified = accounts.certified(account);
            allowed.stream()
                    .filter(known.claims()::contains)
                    .sorted()
                    .forEach(claim -> put(claims, claim, person, certified));
            return claims;
        });
    }

    private static void put(
            Map<String, Object> claims, Claim claim, Person person, Optional<CertifiedIdentity> certified) {
        var civil = certified.map(CertifiedIdentity::civil);
        switch (claim) {
            case GIVEN_NAME -> claims.put(claim.code(), person.firstName());
            case FAMILY_NAME -> claims.put(claim.code(), person.lastName());
            case EMAIL -> {
                claims.put(claim.code(), person.email());
                claims.put("email_verified", true); // no account has an address that was not proven
            }
            case BIRTH_NAME -> civil.ifPresent(identity -> claims.put(claim.code(), identity.familyName()));
            case BIRTH_DATE -> civil.ifPresent(identity -> claims.put(claim.code(), birthdate(identity)));
            case GENDER -> civil.ifPresent(identity -> claims.put(claim.code(), identity.gender()));
            case IDENTITY_LEVEL ->
                claims.put(
                        claim.code(),
                        certified.map(identity -> identity.by().name()).orElse(DECLARED));
        }
    }

    /** The day, or the year alone when the date is presumed (OpenID Connect Core, section 5.1). */
    private static String birthdate(CivilIdentity identity) {
        return identity.hasWholeBirthdate()
                ? identity.birthdate()
                : identity.birthdate().substring(0, 4);
    }
}
