package fr.parvis.partners.feeds;

import fr.parvis.kernel.French;
import fr.parvis.partners.contract.EventReader;
import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.contract.Reading;
import fr.parvis.partners.feeds.Numbering.Step;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would come out of a row.
 *
 * @param events as they would be taken, for people to read
 * @param fault why they would be refused; null when they would not, as far as can be told without the people
 */
public record Rehearsal(int line, String events, @Nullable Fault fault) {

    /** Why they would be refused, as it is shown; empty when they would not. */
    public String why() {
        return fault == null ? "" : French.typeset(fault.detail());
    }

    static Rehearsal of(Row row, Step step, EventReader reader) {
        return switch (step) {
            case Step.Settled settled -> new Rehearsal(row.line(), "", null);
            case Step.Unread unread ->
                new Rehearsal(row.line(), "", unread.bad().fault());
            case Step.Made made -> {
                var events = made.events();
                var fault = events.stream()
                        .map(reader::read)
                        .flatMap(read -> read instanceof Reading.Bad bad ? Stream.of(bad.fault()) : Stream.empty())
                        .findFirst()
                        .orElse(null);
                yield new Rehearsal(
                        row.line(),
                        events.stream().map(event -> event.toPrettyString()).collect(Collectors.joining("\n")),
                        fault);
            }
        };
    }
}
