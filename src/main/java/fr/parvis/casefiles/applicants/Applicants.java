package fr.parvis.casefiles.applicants;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.Person;
import fr.parvis.kernel.Viewer;
import fr.parvis.procedures.person.Attribute;
import fr.parvis.procedures.person.Certificate;
import fr.parvis.procedures.person.Known;
import fr.parvis.procedures.person.Known.Fact;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What accounts know of those who fill in forms, in the words of procedures. */
@Component
public class Applicants {

    private final Accounts accounts;

    Applicants(Accounts accounts) {
        this.accounts = accounts;
    }

    /** All that may answer a question before it is asked. */
    public Known everything(Viewer viewer) {
        var email = accounts.find(viewer.account()).map(Person::email).orElse("");
        return new Known(
                Map.of(
                        Attribute.FIRST_NAME,
                        viewer.firstName(),
                        Attribute.LAST_NAME,
                        viewer.lastName(),
                        Attribute.EMAIL,
                        email),
                proven(viewer).proven());
    }

    /** What was proven of this person, as it is now. */
    public Known proven(Viewer viewer) {
        return accounts.certified(viewer.account()).map(Applicants::known).orElseGet(Known::nothing);
    }

    private static Known known(CertifiedIdentity identity) {
        var certificate = new Certificate(identity.by().words(), identity.at(), identity.level());
        Map<Attribute, Fact> proven = new EnumMap<>(Attribute.class);
        texts(identity).forEach((attribute, text) -> {
            if (!text.isEmpty()) {
                proven.put(attribute, new Fact(text, certificate));
            }
        });
        return new Known(Map.of(), proven);
    }

    private static Map<Attribute, String> texts(CertifiedIdentity identity) {
        var civil = identity.civil();
        return Map.of(
                Attribute.FIRST_NAME, civil.firstName(),
                Attribute.LAST_NAME, civil.lastName(),
                Attribute.GIVEN_NAMES, civil.givenNames(),
                Attribute.BIRTH_NAME, civil.familyName(),
                Attribute.USUAL_NAME, civil.usualName(),
                Attribute.GENDER, civil.gender(),
                Attribute.BIRTH_DATE, civil.birthdate(),
                Attribute.BIRTH_PLACE, civil.birthplace(),
                Attribute.BIRTH_COUNTRY, civil.birthcountry());
    }
}
