package fr.parvis.applications.openid;

import fr.parvis.applications.Acquaintance;
import fr.parvis.applications.Claim;
import fr.parvis.identity.Accounts;
import fr.parvis.identity.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What we know of a person, as claims: of what is allowed, what the person still agrees to. */
@Component
public class PersonClaims {

    private final Accounts accounts;

    PersonClaims(Accounts accounts) {
        this.accounts = accounts;
    }

    /** None when the account is gone. */
    public Optional<Map<String, Object>> of(UUID account, Acquaintance known, Set<Claim> allowed) {
        return accounts.find(account).map(person -> {
            Map<String, Object> claims = new LinkedHashMap<>();
            claims.put("sub", known.sub());
            allowed.stream().filter(known.claims()::contains).sorted().forEach(claim -> put(claims, claim, person));
            return claims;
        });
    }

    private static void put(Map<String, Object> claims, Claim claim, Person person) {
        switch (claim) {
            case GIVEN_NAME -> claims.put(claim.code(), person.firstName());
            case FAMILY_NAME -> claims.put(claim.code(), person.lastName());
            case EMAIL -> {
                claims.put(claim.code(), person.email());
                claims.put("email_verified", true); // no account has an address that was not proven
            }
        }
    }
}
