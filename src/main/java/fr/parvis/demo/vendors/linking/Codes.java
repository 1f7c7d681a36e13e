package fr.parvis.demo.vendors.linking;

import fr.parvis.demo.vendors.Reply;
import fr.parvis.demo.vendors.html.Html;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Codes sent to people who are known by a number: nothing leaves the machine, so its messages are read on the page. */
public final class Codes implements Questions.Proof {

    private static final Duration GOOD = Duration.ofMinutes(15);
    private static final int TRIES = 5;
    private static final int CODES = 1_000_000;

    private final List<Customer> customers;
    private final Clock clock;
    private final RandomGenerator random;
    private final List<Sent> sent = new ArrayList<>();

    public Codes(List<Customer> customers, Clock clock, RandomGenerator random) {
        this.customers = List.copyOf(customers);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Somebody to whom codes are sent.
     *
     * @param number which is also the house's name of them
     * @param phone where codes go
     */
    public record Customer(String number, String name, String phone) {}

    private record Sent(String challenge, Customer customer, String code, Instant at, int tries) {}

    @Override
    public synchronized Reply answer(String type, JsonNode question) {
        sent.removeIf(one -> one.at().plus(GOOD).isBefore(clock.instant()));
        return switch (type) {
            case "fr.parvis.link.code-request.v1" ->
                send(question.path("identifier").asString(""));
            case "fr.parvis.link.code-check.v1" ->
                check(
                        question.path("challenge").asString(""),
                        question.path("code").asString(""));
            default -> Reply.NO;
        };
    }

    /** The messages that can still serve, the newest first. */
    public synchronized String page() {
        return "<h2>SMS envoyés pour lier un compte</h2>"
                + Html.table(
                        List.of("Envoyé à", "Message"),
                        sent.stream()
                                .sorted(Comparator.comparing(Sent::at).reversed())
                                .toList(),
                        one -> List.of(
                                Html.escape(one.customer().name() + ", "
                                        + one.customer().phone()),
                                "Votre code est <strong>" + one.code() + "</strong>"));
    }

    private Reply send(String number) {
        return customers.stream()
                .filter(one -> one.number().equalsIgnoreCase(number))
                .findFirst()
                .map(this::send)
                .orElse(Reply.NO);
    }

    private Reply send(Customer customer) {
        var challenge = UUID.randomUUID().toString();
        sent.add(new Sent(challenge, customer, "%06d".formatted(random.nextInt(CODES)), clock.instant(), 0));
        return new Reply(200, Map.of("challenge", challenge));
    }

    /** A code serves once; whoever guesses is stopped. */
    private Reply check(String challenge, String code) {
        var found =
                sent.stream().filter(one -> one.challenge().equals(challenge)).findFirst();
        if (found.isEmpty()) {
            return Reply.NO;
        }
        var one = found.get();
        sent.remove(one);
        if (one.code().equals(code)) {
            return Reply.yes(one.customer().number(), one.customer().name());
        }
        if (one.tries() + 1 < TRIES) {
            sent.add(new Sent(challenge, one.customer(), one.code(), one.at(), one.tries() + 1));
        }
        return Reply.NO;
    }
}
