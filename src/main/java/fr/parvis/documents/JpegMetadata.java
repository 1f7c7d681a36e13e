package fr.parvis.documents;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes out of a JPEG (ITU-T T.81) what it tells about who took it, where and when: application segments, comments and
 * whatever follows the end of the image. Kept: JFIF, the colour profile (ICC), Adobe's colour transform and, alone in an
 * EXIF segment of its own, the orientation.
 */
final class JpegMetadata {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int ORIENTATION = 0x0112;

    private final ByteBuffer in;
    private final ByteArrayOutputStream segments;
    private int orientation = 1;
    private boolean scanned;

    private JpegMetadata(byte[] jpeg) {
        this.in = ByteBuffer.wrap(jpeg);
        this.segments = new ByteArrayOutputStream(jpeg.length);
    }

    /** The image without metadata; empty when it is damaged or cut short. */
    static Optional<byte[]> strip(byte[] jpeg) {
        try {
            return new JpegMetadata(jpeg).stripped();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cutShort) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> stripped() {
        if (in.getShort() != (short) (0xFF00 | START)) {
            return Optional.empty();
        }
        for (int marker = marker(); marker != END; marker = marker()) {
            copy(marker);
        }
        return scanned ? Optional.of(assembled()) : Optional.empty();
    }

    private byte[] assembled() {
        var out = new ByteArrayOutputStream(segments.size() + 64);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) START});
        if (orientation > 1) {
            out.writeBytes(orientationSegment());
        }
        out.writeBytes(segments.toByteArray());
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) END});
        return out.toByteArray();
    }

    private int marker() {
        if ((in.get() & 0xFF) != 0xFF) {
            throw new IllegalArgumentException("a marker was expected");
        }
        int marker = in.get() & 0xFF;
        while (marker == 0xFF) { // fill bytes
            marker = in.get() & 0xFF;
        }
        return marker;
    }

    private void copy(int marker) {
        int length = in.getShort() & 0xFFFF;
        if (length < 2) {
            throw new IllegalArgumentException("a segment is at least its length");
        }
        var payload = new byte[length - 2];
        in.get(payload);
        if (marker == APP1) {
            orientation = orientationIn(payload).orElse(orientation);
        }
        if (isKept(marker, payload)) {
            segments.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
            segments.writeBytes(payload);
        }
        if (marker == SCAN) {
            scanned = true;
            copyScan();
        }
    }

    private static boolean isKept(int marker, byte[] payload) {
        return switch (marker) {
            case APP0 -> startsWith(payload, "JFIF\0");
            case APP2 -> startsWith(payload, "ICC_PROFILE\0");
            case APP14 -> startsWith(payload, "Adobe");
            case COMMENT -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    /** Coded data run until a marker that is neither a stuffed zero nor a restart. */
    private void copyScan() {
        int start = in.position();
        while (true) {
            int value = in.get() & 0xFF;
            if (value == 0xFF) {
                int next = in.get(in.position()) & 0xFF;
                if (next != 0 && (next < 0xD0 || next > 0xD7) && next != 0xFF) {
                    in.position(in.position() - 1);
                    segments.write(in.array(), start, in.position() - start);
                    return;
                }
            }
        }
    }

    private static Optional<Integer> orientationIn(byte[] payload) {
        if (!startsWith(payload, "Exif\0\0")) {
            return Optional.empty();
        }
        try {
            var tiff = ByteBuffer.wrap(payload, 6, payload.length - 6).slice();
            tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            tiff.position(tiff.getInt(4));
            int entries = tiff.getShort() & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = tiff.position() + i * 12;
                if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                    int value = tiff.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? Optional.of(value) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The smallest EXIF segment that still says which way is up. */
    private byte[] orientationSegment() {
        return ByteBuffer.allocate(36)
                .putShort((short) (0xFF00 | APP1))
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8) // where the directory starts, from "MM"
                .putShort((short) 1) // entries
                .putShort((short) ORIENTATION)
                .putShort((short) 3) // type SHORT
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0) // no other directory
                .array();
    }

    private static boolean startsWith(byte[] payload, String prefix) {
        var expected = prefix.getBytes(StandardCharsets.US_ASCII);
        return payload.length >= expected.length
                && ByteBuffer.wrap(payload, 0, expected.length).equals(ByteBuffer.wrap(expected));
    }
}
