package fr.parvis.organisation;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Town;
import fr.parvis.kernel.WrongSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document a town writes to introduce itself: its name and contacts, then its units in the order of the menu. */
record TownDocument(Town town, List<Unit> units) {

    private static final String IN_THE_JAR = "/town/suresnes.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /**
     * Reads the document of the settings, or the one in the jar.
     *
     * @throws WrongSettingException saying what to correct in it
     */
    static TownDocument read(Settings settings) {
        var name =
                settings.townFile() == null ? IN_THE_JAR : settings.townFile().toString();
        try (var content = open(settings)) {
            var document = YAML.readValue(content, TownDocument.class);
            document.check(name);
            return document;
        } catch (IOException unreadable) {
            throw wrong(name, "ne peut pas être lu");
        } catch (JacksonException malformed) {
            throw wrong(name, reason(malformed));
        }
    }

    private static InputStream open(Settings settings) throws IOException {
        @Nullable
        InputStream content = settings.townFile() == null
                ? TownDocument.class.getResourceAsStream(IN_THE_JAR)
                : Files.newInputStream(settings.townFile());
        if (content == null) {
            throw new IOException("no such document in the jar");
        }
        return content;
    }

    private void check(String name) {
        requireText(name, "town", town);
        if (!town.postcode().matches("\\d{5}")) {
            throw wrong(name, "town.postcode doit avoir cinq chiffres, entre guillemets");
        }
        if (units.isEmpty()) {
            throw wrong(name, "units doit nommer au moins un service");
        }
        var ids = new HashSet<String>();
        for (var unit : units) {
            if (!unit.id().matches("[a-z][a-z0-9-]{1,40}") || !ids.add(unit.id())) {
                throw wrong(
                        name,
                        "units.id « " + unit.id() + " » doit être unique, en minuscules, chiffres et traits d’union");
            }
            requireText(name, "units." + unit.id(), unit);
        }
    }

    private static void requireText(String name, String path, Record part) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            if (text(component, part).isBlank()) {
                throw wrong(name, path + "." + component.getName() + " est vide");
            }
        }
    }

    private static String text(RecordComponent component, Record part) {
        try {
            return String.valueOf(component.getAccessor().invoke(part));
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("the parts of the document are public records", impossible);
        }
    }

    private static String reason(JacksonException malformed) {
        var location = malformed.getLocation();
        var line = location == null || location.getLineNr() < 1 ? "" : "ligne " + location.getLineNr() + ", ";
        if (!(malformed instanceof DatabindException binding)) {
            return line + "ce n’est pas du YAML";
        }
        var path = binding.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "n° " + (step.getIndex() + 1) : step.getPropertyName())
                .collect(Collectors.joining("."));
        return line
                + path
                + (malformed instanceof UnrecognizedPropertyException
                        ? " n’existe pas dans ce document"
                        : " manque ou n’a pas la forme attendue");
    }

    private static WrongSettingException wrong(String name, String reason) {
        return new WrongSettingException("le document de la ville " + name + " est à corriger : " + reason + ".");
    }
}
