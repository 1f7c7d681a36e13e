package fr.parvis.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.WrongSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownDocumentTests {

    @TempDir
    Path folder;

    @Test
    void readsATownOfItsOwn() throws IOException {
        var document = read(suresnes().replace("Tout Suresnes", "Mon Puteaux"));
        assertThat(document.town().portalName()).isEqualTo("Mon Puteaux");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> TownDocument.read(settings(folder.resolve("absent.yaml"))))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("PARVIS_TOWN_FILE");
    }

    @Test
    void saysWhichLineIsUnknownOrMissing() throws IOException {
        assertRefused(
                suresnes().replace("  tagline:", "  devise: Et fluctuat\n  tagline:"), "town.devise n’existe pas");
        assertRefused(suresnes().replaceFirst("(?m)^  tagline:.*\n", ""), "town.tagline manque");
        assertRefused("town: {name: \"Sures", "pas du YAML");
        assertRefused("", "à corriger");
    }

    @Test
    void saysWhichTextIsEmptyOrWrong() throws IOException {
        assertRefused(suresnes().replace("city: Suresnes", "city: \" \""), "town.city est vide");
        assertRefused(suresnes().replace("\"92150\"", "\"9215\""), "cinq chiffres");
        assertRefused(suresnes().replace("id: voirie", "id: accueil"), "« accueil » doit être unique");
        assertRefused(suresnes().replace("id: voirie", "id: Voirie !"), "« Voirie ! »");
        assertRefused(suresnes().replaceFirst("(?s)units:.*", "units: []"), "au moins un service");
    }

    private void assertRefused(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining(message);
    }

    private TownDocument read(String content) throws IOException {
        var file = folder.resolve("ville.yaml");
        Files.writeString(file, content);
        return TownDocument.read(settings(file));
    }

    private static Settings settings(Path file) {
        return Settings.from(Map.of("PARVIS_TOWN_FILE", file.toString()));
    }

    private static String suresnes() throws IOException {
        try (InputStream content = TownDocument.class.getResourceAsStream("/town/suresnes.yaml")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
