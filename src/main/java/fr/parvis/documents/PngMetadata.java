package fr.parvis.documents;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Takes out of a PNG (ISO/IEC 15948) its texts, dates, EXIF and unknown chunks, and whatever follows the image: only
 * what changes how it looks is kept.
 */
final class PngMetadata {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;

    /** Critical chunks, and those on colour, transparency, resolution and animation. */
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI",
            "bKGD", "pHYS", "hIST", "sPLT", "acTL", "fcTL", "fdAT");

    private PngMetadata() {}

    /** The image without metadata; empty when it is damaged or cut short. */
    static Optional<byte[]> strip(byte[] png) {
        try {
            return stripped(png);
        } catch (BufferUnderflowException | IllegalArgumentException cutShort) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> stripped(byte[] png) {
        var in = ByteBuffer.wrap(png);
        if (in.getLong() != SIGNATURE) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream(png.length);
        out.write(png, 0, 8);
        boolean data = false;
        for (var type = ""; !type.equals("IEND"); ) {
            int start = in.position();
            int length = in.getInt();
            type = chunk(in, length);
            if (start == 8 && !type.equals("IHDR")) {
                return Optional.empty();
            }
            data |= type.equals("IDAT");
            if (KEPT.contains(type)) {
                out.write(png, start, in.position() - start);
            }
        }
        return data ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    /** Reads the rest of a chunk, checks it, and returns its type. */
    private static String chunk(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("longer than the file");
        }
        var typeAndData = new byte[4 + length];
        in.get(typeAndData);
        var crc = new CRC32();
        crc.update(typeAndData);
        if (in.getInt() != (int) crc.getValue()) {
            throw new IllegalArgumentException("wrong checksum");
        }
        return new String(typeAndData, 0, 4, StandardCharsets.ISO_8859_1);
    }
}
