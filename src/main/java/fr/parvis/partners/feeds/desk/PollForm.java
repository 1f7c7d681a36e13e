package fr.parvis.partners.feeds.desk;

import fr.parvis.applications.WebAddress;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.partners.feeds.polling.Poll;
import fr.parvis.partners.feeds.polling.Poll.Proof;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the administrator types of a list to read. */
public record PollForm(
        @Nullable String address,
        @Nullable String list,
        @Nullable String next,
        @Nullable String cursorAt,
        @Nullable String proof,
        @Nullable String proofName,
        @Nullable String secret,
        @Nullable String minutes,
        @Nullable String active) {

    static final PollForm EMPTY = new PollForm("", "", "", "", Proof.NONE.name(), "", "", "15", "");

    private static final int LONGEST = 500;

    /** Headers that are the connection's own. */
    private static final Set<String> NO_KEYS =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "accept", "transfer-encoding");

    static PollForm of(Poll poll) {
        return new PollForm(
                poll.address(),
                poll.list(),
                poll.next(),
                poll.cursorAt(),
                poll.proof().name(),
                poll.proofName(),
                "",
                String.valueOf(poll.minutes()),
                poll.active() ? "oui" : "");
    }

    /** What was typed in a field, without the blanks around it. */
    public String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public boolean proves(Proof wanted) {
        return wanted == proven();
    }

    public boolean isActive() {
        return "oui".equals(active);
    }

    /** @param secretKept whether a secret is there that may be sent to this address */
    FormErrors errors(boolean secretKept) {
        var errors = FormErrors.none();
        var fault = WebAddress.fault(text(address).replace(Poll.SINCE, "0"));
        if (fault != null || text(address).length() > LONGEST) {
            errors = errors.and("address", fault == null ? "Cette adresse est trop longue." : fault);
        }
        errors = pointer(errors, "list", text(list));
        errors = pointer(errors, "next", text(next));
        errors = pointer(errors, "cursorAt", text(cursorAt));
        if (!text(minutes).matches("\\d{1,4}") || clamped(text(minutes)) != Integer.parseInt(text(minutes))) {
            errors = errors.and(
                    "minutes",
                    "Écrivez un nombre de minutes entre " + Poll.LEAST_MINUTES + " et " + Poll.MOST_MINUTES + ".");
        }
        return proof(errors, secretKept);
    }

    private FormErrors proof(FormErrors errors, boolean secretKept) {
        var all = errors;
        var name = text(proofName);
        if (proven() == Proof.BASIC && !name.matches("[\\x21-\\x7e&&[^:]]{1,100}")) {
            all = all.and("proofName", "Écrivez le nom d’utilisateur que le partenaire vous a donné.");
        }
        if (proven() == Proof.API_KEY
                && (!name.matches("[A-Za-z0-9-]{1,60}") || NO_KEYS.contains(name.toLowerCase(Locale.ROOT)))) {
            all = all.and("proofName", "Écrivez le nom de l’en-tête qui porte la clé, comme X-Api-Key.");
        }
        boolean needed = proven() != Proof.NONE && !(secretKept && text(secret).isEmpty());
        return needed && !text(secret).matches("[\\x20-\\x7e]{1,500}")
                ? all.and("secret", "Écrivez le secret que le partenaire vous a donné pour cette adresse.")
                : all;
    }

    /** As typed; only when there are no errors. */
    Poll poll(UUID partner) {
        return new Poll(
                partner,
                text(address),
                text(list),
                optional(next),
                optional(cursorAt),
                proven(),
                proven() == Proof.BASIC || proven() == Proof.API_KEY ? text(proofName) : null,
                clamped(text(minutes)),
                isActive());
    }

    /** The secret typed; null to keep the one there is. */
    @Nullable
    String newSecret() {
        return optional(secret);
    }

    private Proof proven() {
        return Arrays.stream(Proof.values())
                .filter(one -> one.name().equals(text(proof)))
                .findFirst()
                .orElse(Proof.NONE);
    }

    private @Nullable String optional(@Nullable String typed) {
        return text(typed).isEmpty() ? null : text(typed);
    }

    private static int clamped(String minutes) {
        return Math.clamp(Integer.parseInt(minutes), Poll.LEAST_MINUTES, Poll.MOST_MINUTES);
    }

    private static FormErrors pointer(FormErrors errors, String field, String typed) {
        return typed.isEmpty() || typed.matches("(/[^\\s]{0,100}){1,10}")
                ? errors
                : errors.and(field, "Écrivez un chemin dans la réponse, comme /data/items, ou rien.");
    }
}
