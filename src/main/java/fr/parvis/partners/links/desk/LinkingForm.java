package fr.parvis.partners.links.desk;

import fr.parvis.applications.WebAddress;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.Linking;
import fr.parvis.partners.links.Linking.Client;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How people link themselves to a partner, as typed.
 *
 * @param secret empty to keep the one there is
 */
public record LinkingForm(
        @Nullable String method,
        @Nullable String townLearns,
        @Nullable String partnerLearns,
        @Nullable String address,
        @Nullable String client,
        @Nullable String secret,
        @Nullable String signOn) {

    private static final int LONGEST = 500;

    static LinkingForm of(Optional<Linking> linking) {
        return linking.map(known -> new LinkingForm(
                        known.method().name(),
                        known.townLearns(),
                        known.partnerLearns(),
                        written(known.address()),
                        known.client() == null ? "" : known.client().id(),
                        "",
                        written(known.signOn())))
                .orElseGet(() -> new LinkingForm(Proof.SIGN_ON.name(), "", "", "", "", "", ""));
    }

    /** What was typed in a field, without the blanks around it. */
    public String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Whether this way is chosen. */
    public boolean is(Proof way) {
        return way.name().equals(text(method));
    }

    FormErrors errors(Optional<Linking> former) {
        var errors = FormErrors.none();
        if (Arrays.stream(Proof.values()).noneMatch(this::is)) {
            errors = errors.and("method", "Choisissez comment les habitants montrent que ce compte est le leur.");
        }
        errors = sentence(errors, "townLearns", text(townLearns));
        errors = sentence(errors, "partnerLearns", text(partnerLearns));
        if (!is(Proof.SIGN_ON)) {
            errors = address(errors, "address", text(address));
        }
        if (!text(signOn).isEmpty()) {
            errors = address(errors, "signOn", text(signOn));
        }
        if (is(Proof.OPENID) && text(client).isEmpty()) {
            errors = errors.and("client", "Écrivez l’identifiant que le partenaire a donné à la ville.");
        }
        return is(Proof.OPENID) && text(secret).isEmpty() && keptSecret(former).isEmpty()
                ? errors.and("secret", "Écrivez le secret que le partenaire a donné à la ville.")
                : errors;
    }

    /** What was typed; only when there are no errors. */
    Linking linking(UUID partner, Optional<Linking> former) {
        var way = Proof.valueOf(text(method));
        return new Linking(
                partner,
                way,
                text(townLearns),
                text(partnerLearns),
                way == Proof.SIGN_ON ? null : URI.create(text(address)),
                way == Proof.OPENID ? new Client(text(client), newSecret(former)) : null,
                text(signOn).isEmpty() ? null : URI.create(text(signOn)));
    }

    private String newSecret(Optional<Linking> former) {
        return text(secret).isEmpty() ? keptSecret(former).orElseThrow() : text(secret);
    }

    private static Optional<String> keptSecret(Optional<Linking> former) {
        return former.flatMap(known -> Optional.ofNullable(known.client())).map(Client::secret);
    }

    private static FormErrors sentence(FormErrors errors, String field, String typed) {
        return typed.isEmpty() || typed.length() > LONGEST
                ? errors.and(
                        field, "Dites-le en une ou deux phrases que tout le monde comprend, en 500 caractères au plus.")
                : errors;
    }

    private static FormErrors address(FormErrors errors, String field, String typed) {
        var fault = WebAddress.fault(typed);
        return fault == null ? errors : errors.and(field, fault);
    }

    private static String written(@Nullable URI address) {
        return address == null ? "" : address.toString();
    }
}
