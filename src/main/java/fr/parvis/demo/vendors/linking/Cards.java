package fr.parvis.demo.vendors.linking;

import fr.parvis.demo.vendors.Reply;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** People known by the number of their card with their birth date. */
public final class Cards implements Questions.Proof {

    private final List<Holder> holders;

    public Cards(List<Holder> holders) {
        this.holders = List.copyOf(holders);
    }

    /**
     * Whose a card is.
     *
     * @param card which is also the house's name of them
     * @param birthDate as in {@code 2017-03-14}
     * @param name shown to whoever links it
     */
    public record Holder(String card, String birthDate, String name) {}

    @Override
    public Reply answer(String type, JsonNode question) {
        if (!type.equals("fr.parvis.link.card.v1")) {
            return Reply.NO;
        }
        return holders.stream()
                .filter(holder -> holder.card()
                                .equalsIgnoreCase(question.path("card").asString(""))
                        && holder.birthDate().equals(question.path("birthDate").asString("")))
                .findFirst()
                .map(holder -> Reply.yes(holder.card(), holder.name()))
                .orElse(Reply.NO);
    }
}
