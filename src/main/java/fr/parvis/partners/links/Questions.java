package fr.parvis.partners.links;

import fr.parvis.identity.accounts.Throttle;
import fr.parvis.identity.accounts.Throttle.Guard;
import fr.parvis.partners.Partner;
import fr.parvis.partners.links.Enquiry.Answer;
import fr.parvis.partners.links.ProofOutcome.CodeSent;
import fr.parvis.partners.links.ProofOutcome.Down;
import fr.parvis.partners.links.ProofOutcome.Proven;
import fr.parvis.partners.links.ProofOutcome.Refused;
import fr.parvis.partners.links.ProofOutcome.Wait;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Asks partners whether what somebody typed is right, as often as an honest person needs. */
@Service
public class Questions {

    private static final int LONGEST_MEMBER = 200;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_CHALLENGE = 500;

    /** Stands in for a challenge when the partner knows nobody, so that nothing shows. */
    private static final String NOBODY = "";

    private final Enquiry enquiry;
    private final Provings provings;
    private final Throttle throttle;

    Questions(Enquiry enquiry, Provings provings, Throttle throttle) {
        this.enquiry = enquiry;
        this.provings = provings;
        this.throttle = throttle;
    }

    /** Who asks: the account, and the computer as {@code Computer.of} tells it. */
    public record Asker(UUID account, String computer) {}

    /** Whether the partner knows this card number with this birth date. */
    public ProofOutcome card(Asker asker, Partner partner, Linking linking, String card, LocalDate birthDate) {
        return tooOften(asker, partner, card).<ProofOutcome>map(wait -> wait).orElseGet(() -> {
            var question = Map.of("type", "fr.parvis.link.card.v1", "card", card, "birthDate", birthDate.toString());
            return recognised(asker, partner, enquiry.ask(partner, linking.asked(), question));
        });
    }

    /** Asks the partner to send a code to whom it knows by this card number, address or phone number. */
    public ProofOutcome sendCode(Asker asker, Partner partner, Linking linking, String identifier) {
        return tooOften(asker, partner, identifier)
                .<ProofOutcome>map(wait -> wait)
                .orElseGet(() -> {
                    var question = Map.of("type", "fr.parvis.link.code-request.v1", "identifier", identifier);
                    return switch (enquiry.ask(partner, linking.asked(), question)) {
                        case Answer.Yes(var body) -> await(asker, partner, text(body, "challenge", LONGEST_CHALLENGE));
                        case Answer.No() -> await(asker, partner, Optional.of(NOBODY));
                        case Answer.Silent() -> new Down();
                    };
                });
    }

    /** Whether this is the code that the partner sent. */
    public ProofOutcome checkCode(Asker asker, Partner partner, Linking linking, String code) {
        var challenge = provings.challenge(asker.account(), partner.id());
        if (challenge.isEmpty()) {
            return new Refused();
        }
        return tooOften(asker).<ProofOutcome>map(wait -> wait).orElseGet(() -> {
            if (challenge.get().equals(NOBODY)) {
                return new Refused();
            }
            var question = Map.of("type", "fr.parvis.link.code-check.v1", "challenge", challenge.get(), "code", code);
            return recognised(asker, partner, enquiry.ask(partner, linking.asked(), question));
        });
    }

    /** Whether a code can still be tried. */
    public boolean awaitsCode(UUID account, UUID partner) {
        return provings.challenge(account, partner).isPresent();
    }

    private ProofOutcome await(Asker asker, Partner partner, Optional<String> challenge) {
        challenge.ifPresent(word -> provings.await(asker.account(), partner.id(), word));
        return challenge.isPresent() ? new CodeSent() : new Down();
    }

    private ProofOutcome recognised(Asker asker, Partner partner, Answer answer) {
        return switch (answer) {
            case Answer.Yes(var body) -> proven(asker, partner, body);
            case Answer.No() -> new Refused();
            case Answer.Silent() -> new Down();
        };
    }

    private ProofOutcome proven(Asker asker, Partner partner, JsonNode body) {
        var known = known(body);
        if (known.isEmpty()) {
            return new Down();
        }
        // one attempt, not those before it: who has a card of their own could guess at others' without end
        throttle.forgive(Guard.LINK, asker.account().toString());
        throttle.forgive(Guard.COMPUTER, asker.computer());
        provings.keep(asker.account(), partner.id(), known.get());
        return new Proven();
    }

    private static Optional<Known> known(JsonNode body) {
        return text(body, "member", LONGEST_MEMBER)
                .map(member ->
                        new Known(member, text(body, "name", LONGEST_NAME).orElse("")));
    }

    private static Optional<String> text(JsonNode body, String name, int longest) {
        return Optional.of(body.path(name))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank() && text.length() <= longest)
                .filter(text -> text.codePoints().noneMatch(Character::isISOControl));
    }

    /** However the card is written, it is the same. */
    private Optional<Wait> tooOften(Asker asker, Partner partner, String identifier) {
        var card = partner.id() + " " + identifier.replaceAll("[^\\p{L}\\p{N}]", "");
        return tooOften(asker).or(() -> throttle.attempt(Guard.CARD, card).map(Wait::new));
    }

    private Optional<Wait> tooOften(Asker asker) {
        return throttle.attempt(Guard.COMPUTER, asker.computer())
                .or(() -> throttle.attempt(Guard.LINK, asker.account().toString()))
                .map(Wait::new);
    }
}
