package fr.parvis.portal;

import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Unit;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Everything the town does for people, online or not; made when the program starts. */
@Service
public class Catalogue {

    private final List<Category> categories;
    private final List<LifeEvent> lifeEvents;
    private final List<Sheet> popular;
    private final Map<String, Sheet> bySlug = new LinkedHashMap<>();

    Catalogue(Procedures procedures, Organisation organisation) {
        var document = CatalogueDocument.read();
        this.categories = List.copyOf(document.categories());
        this.lifeEvents = List.copyOf(document.lifeEvents());
        Stream.concat(
                        procedures.all().stream().map(Catalogue::sheet),
                        document.services().stream().map(CatalogueDocument.OfflineService::sheet))
                .sorted(Comparator.comparing(Sheet::title, Collator.getInstance(Locale.FRANCE)))
                .forEach(this::add);
        check(organisation.units().stream().map(Unit::id).toList());
        this.popular = document.popular().stream()
                .map(slug -> find(slug).orElseThrow(() -> CatalogueDocument.wrong("popular cite « " + slug + " »")))
                .toList();
    }

    public List<Category> categories() {
        return categories;
    }

    public List<LifeEvent> lifeEvents() {
        return lifeEvents;
    }

    /** What people ask for most, in the order the town chose. */
    public List<Sheet> popular() {
        return popular;
    }

    public Optional<Sheet> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /** Every service, by title. */
    public Collection<Sheet> all() {
        return bySlug.values();
    }

    public List<Sheet> in(Category category) {
        return all().stream()
                .filter(sheet -> sheet.service().category().equals(category.id()))
                .toList();
    }

    public List<Sheet> at(LifeEvent event) {
        return all().stream()
                .filter(sheet -> sheet.service().lifeEvents().contains(event.id()))
                .toList();
    }

    private static Sheet sheet(Procedure procedure) {
        return new Sheet(procedure.slug(), procedure.title(), procedure.unit(), procedure.service(), procedure);
    }

    private void add(Sheet sheet) {
        if (bySlug.put(sheet.slug(), sheet) != null) {
            throw CatalogueDocument.wrong("deux services s’appellent « " + sheet.slug() + " »");
        }
    }

    private void check(List<String> units) {
        var knownCategories = categories.stream().map(Category::id).toList();
        var knownEvents = lifeEvents.stream().map(LifeEvent::id).toList();
        for (var sheet : all()) {
            var name = "« " + sheet.slug() + " »";
            if (!knownCategories.contains(sheet.service().category())) {
                throw CatalogueDocument.wrong(name + " a pour thème (category) l’inconnu "
                        + sheet.service().category());
            }
            if (!knownEvents.containsAll(sheet.service().lifeEvents())) {
                throw CatalogueDocument.wrong(name + " cite un moment de vie (lifeEvents) inconnu");
            }
            if (!units.contains(sheet.unit())) {
                throw CatalogueDocument.wrong(name + " dépend d’un service (unit) inconnu, " + sheet.unit());
            }
        }
    }
}
