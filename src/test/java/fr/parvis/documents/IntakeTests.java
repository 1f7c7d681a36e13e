package fr.parvis.documents;

import static fr.parvis.documents.SampleFiles.ascii;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.parvis.documents.Intake.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTests {

    private final Intake intake = new Intake();

    static Stream<Arguments> acceptedFiles() {
        return Stream.of(
                arguments("avis.pdf", SampleFiles.pdf(), FileType.PDF),
                arguments("photo.JPG", SampleFiles.jpeg(), FileType.JPEG),
                arguments("capture.png", SampleFiles.png(), FileType.PNG),
                arguments("IMG_0042.HEIC", SampleFiles.heic(), FileType.HEIC),
                arguments("lettre.docx", SampleFiles.docx(), FileType.DOCX),
                arguments("lettre.odt", SampleFiles.odt(), FileType.ODT));
    }

    static Stream<byte[]> samples() {
        return acceptedFiles().map(arguments -> (byte[]) arguments.get()[1]);
    }

    @ParameterizedTest
    @MethodSource("acceptedFiles")
    void acceptsTheSixTypes(String name, byte[] content, FileType type) {
        var accepted = accepted(name, content);

        assertThat(accepted.type()).isEqualTo(type);
        assertThat(accepted.name()).isEqualTo(name);
    }

    static Stream<Arguments> refusedFiles() {
        return Stream.of(
                arguments("vide.pdf", new byte[0], "vide"),
                arguments("facture.pdf", ascii("MZ\u0090\0\3\0\0\0\4\0\0\0" + "\0".repeat(200)), "programme"),
                arguments("facture.pdf", ascii("<!DOCTYPE html><html><body>Bonjour</body></html>"), "page web"),
                arguments("photo.jpg", ascii("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "format"),
                arguments("photo.jpg", ascii("GIF89a" + "\0".repeat(50)), "JPEG"),
                arguments("notes.pdf", ascii("Bonjour, ceci est du texte."), "format"),
                arguments("photos.docx", SampleFiles.zip(Map.of("a.jpg", SampleFiles.jpeg())), "archive ZIP"),
                arguments("lettre.docx", SampleFiles.docxWithMacros(), "macros"),
                arguments(
                        "lettre.doc",
                        ascii("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1" + "\0".repeat(600)),
                        "ancien"));
    }

    @ParameterizedTest
    @MethodSource("refusedFiles")
    void refusesTheRestAndSaysWhy(String name, byte[] content, String why) {
        assertThat(refusal(name, content)).contains(why);
    }

    @Test
    void refusesMoreThanTenMegabytesAndSaysHowMuchItIs() {
        var content = Arrays.copyOf(SampleFiles.pdf(), 10 * 1024 * 1024 + 1);

        assertThat(refusal("plan.pdf", content)).contains("dépasse 10").contains("10,5");
        assertThat(accepted("plan.pdf", Arrays.copyOf(content, 10 * 1024 * 1024))
                        .type())
                .isEqualTo(FileType.PDF);
    }

    @Test
    void correctsTheExtensionOfANameThatErrs() {
        assertThat(accepted("permis.pdf", SampleFiles.jpeg()).name()).isEqualTo("permis.jpg");
        assertThat(accepted("permis", SampleFiles.png()).name()).isEqualTo("permis.png");
        assertThat(accepted("bail.2026", SampleFiles.pdf()).name()).isEqualTo("bail.2026.pdf");
        assertThat(accepted("page.html", SampleFiles.pdf()).name()).isEqualTo("page.html.pdf");
    }

    @Test
    void refusesBombsBeforeTheyGoOff() {
        assertThat(refusal("bombe.docx", SampleFiles.bomb(150))).contains("trop gros");
        var entries = new HashMap<String, byte[]>();
        for (int i = 0; i < 3_000; i++) {
            entries.put("e" + i, new byte[0]);
        }
        assertThat(refusal("bombe.odt", SampleFiles.zip(entries))).contains("trop gros");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survivesWhateverIsCutOrAltered(byte[] sample) {
        var random = new Random(42);
        for (int length = 0; length < sample.length; length++) {
            assertThat(intake.check("x.pdf", Arrays.copyOf(sample, length))).isNotNull();
            var altered = sample.clone();
            altered[length] = (byte) random.nextInt();
            assertThat(intake.check("x.pdf", altered)).isNotNull();
        }
    }

    @Test
    void saysThatACutPhotoIsDamaged() {
        for (var photo : new byte[][] {SampleFiles.jpeg(), SampleFiles.png(), SampleFiles.heic()}) {
            var end = SampleFiles.text(photo).length() - SampleFiles.SECRET.length() - 3;
            assertThat(refusal("photo.jpg", Arrays.copyOf(photo, end))).contains("abîmé");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd",
                "C:\\Users\\zoe\\Mes documents\\bail.pdf|bail.pdf",
                "  .cache  |cache",
                "a\u0000b\u202Egpj.pdf|abgpj.pdf",
                "e\u0301te\u0301.pdf|été.pdf",
                "a<b>\"c\":d?.pdf|a_b__c__d_.pdf",
                "///|document",
                "...|document"
            })
    void cleansNames(String sent, String shown) {
        assertThat(FileName.clean(sent)).isEqualTo(shown);
    }

    @Test
    void shortensNamesButKeepsTheirExtension() {
        assertThat(FileName.clean("é".repeat(500) + ".pdf")).hasSize(120).endsWith("é.pdf");
        assertThat(accepted("a".repeat(500), SampleFiles.pdf()).name()).hasSize(120);
        assertThat(FileName.clean("😀".repeat(100)))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("😀");
    }

    private Verdict.Accepted accepted(String name, byte[] content) {
        return (Verdict.Accepted) intake.check(name, content);
    }

    private String refusal(String name, byte[] content) {
        return ((Verdict.Refused) intake.check(name, content)).reason();
    }
}
