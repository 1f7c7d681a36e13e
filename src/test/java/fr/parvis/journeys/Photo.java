package fr.parvis.journeys;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A photo as a phone takes it: a real JPEG, with where it was taken in its EXIF. */
final class Photo {

    /** What the EXIF tells and nobody should learn. */
    static final String SECRET = "48.8713 N 2.2273 E";

    private Photo() {}

    static Path in(Path folder, String name) {
        var image = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", image);
            return Files.write(folder.resolve(name), withExif(image.toByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] withExif(byte[] jpeg) {
        // a little-endian TIFF of one entry: ImageDescription (0x010E), ASCII, at offset 26
        byte[] secret = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] head = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'I',
            'I',
            42,
            0,
            8,
            0,
            0,
            0,
            1,
            0,
            0x0E,
            0x01,
            2,
            0,
            (byte) secret.length,
            0,
            0,
            0,
            26,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        };
        int length = 2 + head.length + secret.length;
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        out.writeBytes(head);
        out.writeBytes(secret);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
