package fr.parvis.portal;

import fr.parvis.kernel.French;
import fr.parvis.kernel.WrongSettingException;
import fr.parvis.procedures.ServiceSheet;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What {@code portal/catalogue.yaml} says: themes, moments of life, services that are not online, what is most asked. */
record CatalogueDocument(
        List<Category> categories, List<LifeEvent> lifeEvents, List<String> popular, List<OfflineService> services) {

    private static final String FILE = "/portal/catalogue.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** A service given at the counter or by phone. */
    record OfflineService(
            String slug,
            String title,
            String unit,
            String category,
            List<String> lifeEvents,
            List<String> keywords,
            String summary,
            String purpose,
            String audience,
            List<String> needed,
            String price) {

        Sheet sheet() {
            var service = new ServiceSheet(
                    category,
                    lifeEvents,
                    keywords,
                    French.typeset(summary),
                    French.typeset(purpose),
                    French.typeset(audience),
                    needed.stream().map(French::typeset).toList(),
                    0,
                    "",
                    French.typeset(price));
            return new Sheet(slug, title, unit, service, null);
        }
    }

    static CatalogueDocument read() {
        try (var content = CatalogueDocument.class.getResourceAsStream(FILE)) {
            return YAML.readValue(content, CatalogueDocument.class);
        } catch (JacksonException | java.io.IOException malformed) {
            throw wrong(
                    malformed.getMessage() == null
                            ? "illisible"
                            : malformed.getMessage().lines().findFirst().orElse(""));
        }
    }

    static WrongSettingException wrong(String fix) {
        return new WrongSettingException("le catalogue portal/catalogue.yaml est à corriger : " + fix);
    }
}
