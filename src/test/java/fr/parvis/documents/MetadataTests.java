package fr.parvis.documents;

import static fr.parvis.documents.SampleFiles.SECRET;
import static fr.parvis.documents.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTests {

    @Test
    void takesEverythingPersonalOutOfAJpeg() {
        var clean = text(JpegMetadata.strip(SampleFiles.jpeg()).orElseThrow());

        assertThat(clean)
                .doesNotContain(SECRET)
                .doesNotContain("MPF")
                .doesNotContain("xap")
                .contains("JFIF")
                .contains("ICC_PROFILE")
                .contains("Adobe")
                .endsWith("\u00ff\u00d9");
    }

    @Test
    void keepsWhichWayIsUp() {
        var clean = JpegMetadata.strip(SampleFiles.jpeg()).orElseThrow();

        assertThat(text(clean)).contains("Exif\0\0MM\0*\0\0\0\10\0\1\1\u0012\0\3\0\0\0\1\0\6\0\0\0\0\0\0");
        assertThat(text(JpegMetadata.strip(clean).orElseThrow()))
                .as("cleaning twice changes nothing more")
                .isEqualTo(text(clean));
    }

    @Test
    void keepsTheCodedImageOfAJpegByteForByte() {
        var clean = text(JpegMetadata.strip(SampleFiles.jpeg()).orElseThrow());

        assertThat(clean).contains("\22\u00ff\0004\u00ff\u00d0V\u00ff\u00da").endsWith("x\u00ff\u00d9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void leavesThePictureAsItWas(String format) throws IOException {
        var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 4, 0xFF8800);
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, format, file);

        var clean =
                format.equals("png") ? PngMetadata.strip(file.toByteArray()) : JpegMetadata.strip(file.toByteArray());

        var before = ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
        var after = ImageIO.read(new ByteArrayInputStream(clean.orElseThrow()));
        assertThat(after.getRGB(0, 0, 40, 30, null, 0, 40)).isEqualTo(before.getRGB(0, 0, 40, 30, null, 0, 40));
    }

    @Test
    void takesEverythingPersonalOutOfAPng() {
        var clean = text(PngMetadata.strip(SampleFiles.png()).orElseThrow());

        assertThat(clean)
                .doesNotContain(SECRET)
                .doesNotContain("tIME")
                .doesNotContain("eXIf")
                .contains("gAMA")
                .contains("IDAT");
    }

    @Test
    void blanksTheExifAndXmpOfAHeicAndNothingElse() {
        var photo = SampleFiles.heic();

        var clean = HeicMetadata.strip(photo).orElseThrow();

        assertThat(clean).hasSameSizeAs(photo);
        assertThat(text(clean)).doesNotContain(SECRET).contains("IMAGE").contains("hvc1");
        assertThat(text(photo)).as("the file given stays as it was").contains(SECRET);
    }

    @Test
    void refusesAHeicThatPointsOutsideOfItself() {
        var photo = SampleFiles.heic();
        int extent = text(photo).indexOf("iloc") + 4 + 8 + 16 + 8; // the offset of the second item
        photo[extent] = 0x7F;

        assertThat(HeicMetadata.strip(photo)).isEmpty();
    }
}
