package fr.parvis.applications.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of a registration, one question each. */
public enum RegistrationStep {
    PROTOCOL("protocole", "Que parle son logiciel\u00a0?"),
    ADDRESSES("adresses", "Où renvoyer les personnes\u00a0?"),
    PROOF("preuve", "Comment prouve-t-elle qui elle est\u00a0?"),
    CLAIMS("donnees", "Que peut-elle savoir des personnes\u00a0?"),
    PEOPLE("presentation", "Comment la présenter aux habitants\u00a0?"),
    REVIEW("verification", "Est-ce bien cela\u00a0?");

    private final String key;
    private final String title;

    RegistrationStep(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Its name in addresses. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** The fields of {@link ApplicationForm} that its page asks. */
    List<String> fields() {
        return switch (this) {
            case PROTOCOL -> List.of("protocol");
            case ADDRESSES -> List.of("addresses", "logoutAddresses", "backChannel");
            case PROOF -> List.of("keySet", "algorithm");
            case CLAIMS -> List.of("claims", "offline");
            case PEOPLE -> List.of("name", "purpose", "contact");
            case REVIEW -> List.of();
        };
    }

    static Optional<RegistrationStep> of(String key) {
        return Stream.of(values()).filter(step -> step.key.equals(key)).findFirst();
    }
}
