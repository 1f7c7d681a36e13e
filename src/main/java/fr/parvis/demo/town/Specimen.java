package fr.parvis.demo.town;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** A picture that stands for a supporting document, with its name and the word "spécimen" on it. */
final class Specimen {

    private static final Map<String, byte[]> PHOTOS = new ConcurrentHashMap<>();

    private Specimen() {}

    /** A JPEG photo of a document that never existed. */
    static byte[] photo(String title) {
        return PHOTOS.computeIfAbsent(title, Specimen::draw);
    }

    private static byte[] draw(String title) {
        var image = new BufferedImage(900, 1200, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(0xfaf8f4));
        pen.fillRect(0, 0, 900, 1200);
        pen.setColor(new Color(0x08334a));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
        pen.drawString(title, 60, 140);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
        for (int line = 0; line < 18; line++) {
            pen.drawString("—".repeat(12 + (line * 7) % 13), 60, 240 + line * 48);
        }
        pen.setColor(new Color(0x8a2346));
        pen.drawString("SPÉCIMEN", 640, 1140);
        pen.dispose();
        try (var jpeg = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", jpeg);
            return jpeg.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
