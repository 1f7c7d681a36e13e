package fr.parvis.partners.tiles;

import fr.parvis.partners.Partner;
import fr.parvis.partners.contract.EventData;
import fr.parvis.partners.tiles.Told.Booking;
import fr.parvis.partners.tiles.Told.Facts;
import fr.parvis.partners.tiles.Told.Linked;
import fr.parvis.partners.tiles.Told.Service;
import fr.parvis.tracking.LinkedServices;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what each linked service told of each person of the family. */
@Component
public class Tiles implements LinkedServices {

    private final ToldTable table;

    Tiles(ToldTable table) {
        this.table = table;
    }

    /** Where a page of a service opens; its own first page when no path was told. */
    private interface Address {
        String of(Service service, @Nullable String path);
    }

    @Override
    public Board of(UUID owner, Instant from) {
        return board(table.of(owner, from), (service, path) -> Partner.door(service.slug(), path));
    }

    /** The same, for this partner's engineers, who are not that person: its pages open at the partner's. */
    public Board preview(UUID owner, Instant from, Partner partner) {
        return board(
                table.of(owner, from),
                (service, path) -> partner.page(path == null ? "/" : path).toString());
    }

    private static Board board(List<Told> all, Address address) {
        Map<Service, Family> families = new LinkedHashMap<>();
        List<Appointment> appointments = new ArrayList<>();
        for (var told : all) {
            var family = families.computeIfAbsent(told.service(), service -> new Family(address));
            switch (told) {
                case Linked linked -> family.labels.put(linked.member(), linked.label());
                case Facts facts -> family.facts.add(facts);
                case Booking booking -> appointments.add(appointment(booking));
            }
        }
        // of who is no longer linked there, nothing is to be done
        families.values().removeIf(family -> family.labels.isEmpty());
        return new Board(
                families.entrySet().stream()
                        .map(entry -> entry.getValue().tile(entry.getKey()))
                        .toList(),
                families.values().stream().flatMap(Family::dues).toList(),
                appointments);
    }

    /** What one service told of all who are linked there. */
    private static final class Family {

        private final Address address;
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final List<Facts> facts = new ArrayList<>();

        Family(Address address) {
            this.address = address;
        }

        Tile tile(Service service) {
            return new Tile(
                    service.name(),
                    address.of(service, null),
                    facts.stream()
                            .map(this::line)
                            .filter(line -> !line.facts().isEmpty())
                            .toList(),
                    facts.stream().map(Facts::at).min(Instant::compareTo).orElse(null));
        }

        Stream<Due> dues() {
            return facts.stream()
                    .flatMap(told -> IntStream.range(0, told.lines().size())
                            .filter(n -> isDue(told.lines().get(n)))
                            .mapToObj(n -> due(told, n, told.lines().get(n))));
        }

        private Line line(Facts told) {
            return new Line(whom(told), told.lines().stream().map(Tiles::fact).toList());
        }

        private Due due(Facts told, int number, EventData.Fact line) {
            return new Due(
                    told.service().slug() + " " + told.member() + " " + number,
                    fact(line),
                    told.service().name(),
                    whom(told),
                    isTodo(line),
                    address.of(told.service(), line.path()),
                    told.at());
        }

        /** Who is alone there needs no name. */
        private @Nullable String whom(Facts told) {
            return labels.size() > 1 ? labels.get(told.member()) : null;
        }
    }

    private static boolean isTodo(EventData.Fact line) {
        return Boolean.TRUE.equals(line.todo());
    }

    private static boolean isDue(EventData.Fact line) {
        return isTodo(line) || line.before() != null;
    }

    private static Fact fact(EventData.Fact line) {
        return new Fact(line.text(), line.cents(), line.before());
    }

    private static Appointment appointment(Booking booking) {
        return new Appointment(
                key(booking),
                booking.reference(),
                booking.label(),
                booking.service().name(),
                booking.from(),
                booking.to(),
                booking.place(),
                booking.at());
    }

    /** The only one of a case has the name of the case. */
    private static String key(Booking booking) {
        return booking.name().isEmpty()
                ? booking.reference()
                : booking.reference() + "-"
                        + UUID.nameUUIDFromBytes(booking.name().getBytes(StandardCharsets.UTF_8));
    }
}
