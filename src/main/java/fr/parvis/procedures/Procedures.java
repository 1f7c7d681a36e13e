package fr.parvis.procedures;

import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Unit;
import fr.parvis.procedures.loading.ProcedureReader;
import fr.parvis.procedures.loading.PublishedVersions;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The procedures of the town, read and checked when the program starts and kept in memory: they never change. */
@Service
public class Procedures {

    private record Key(String slug, int version) {}

    private final ProcedureReader reader;
    private final PublishedVersions versions;
    private final Organisation organisation;
    private final Map<Key, Procedure> read = new ConcurrentHashMap<>();
    private final Map<String, Procedure> current = new HashMap<>();
    private final List<Procedure> byTitle;

    Procedures(ProcedureReader reader, PublishedVersions versions, Organisation organisation) {
        this.reader = reader;
        this.versions = versions;
        this.organisation = organisation;
        publish();
        this.byTitle = current.values().stream()
                .sorted(Comparator.comparing(Procedure::title, Collator.getInstance(Locale.FRANCE)))
                .toList();
    }

    /** The version of this procedure that people start now; empty when there is no such procedure. */
    public Optional<Procedure> current(String slug) {
        return Optional.ofNullable(current.get(slug));
    }

    /** The version a case was filed under. */
    public Procedure version(String slug, int version) {
        return read.computeIfAbsent(new Key(slug, version), this::readAgain);
    }

    /** Every procedure that people can start, by title. */
    public Collection<Procedure> all() {
        return byTitle;
    }

    private void publish() {
        var units = organisation.units().stream().map(Unit::id).collect(Collectors.toSet());
        for (var document : versions.shipped()) {
            var procedure = reader.read(document, units::contains);
            versions.publish(document);
            read.put(new Key(procedure.slug(), procedure.version()), procedure);
            current.merge(procedure.slug(), procedure, (one, other) -> one.version() > other.version() ? one : other);
        }
    }

    private Procedure readAgain(Key key) {
        return versions.find(key.slug(), key.version())
                // a unit may be gone since: the cases it had are still there to be read
                .map(document -> reader.read(document, unit -> true))
                .orElseThrow(() -> new IllegalArgumentException("no version " + key.version() + " of " + key.slug()));
    }
}
