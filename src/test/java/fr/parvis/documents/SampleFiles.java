package fr.parvis.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as phones and word processors make them, built byte by byte, with secrets to look for afterwards. */
final class SampleFiles {

    /** What must not survive. */
    static final String SECRET = "GPS 48.87 2.22 Zoe";

    private static final String DOCX_TYPES = "<Types><Override PartName=\"/word/document.xml\" ContentType=\""
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    private SampleFiles() {}

    static byte[] pdf() {
        return ascii("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
    }

    /** A JPEG with EXIF (little-endian, orientation 6), XMP, MPF, Photoshop, comment and a trailer. */
    static byte[] jpeg() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0xFF, 0xD8));
        segment(out, 0xE0, concat(ascii("JFIF\0"), bytes(1, 1, 0, 0, 1, 0, 1, 0, 0)));
        segment(out, 0xE1, concat(ascii("Exif\0\0"), exif(6)));
        segment(out, 0xE1, ascii("http://ns.adobe.com/xap/1.0/\0" + SECRET));
        segment(out, 0xE2, ascii("ICC_PROFILE\0\1\1colour"));
        segment(out, 0xE2, ascii("MPF\0" + SECRET));
        segment(out, 0xED, ascii("Photoshop 3.0\0" + SECRET));
        segment(out, 0xEE, concat(ascii("Adobe"), bytes(0, 100, 0, 0, 0, 0, 1)));
        segment(out, 0xFE, ascii(SECRET));
        segment(out, 0xDB, new byte[65]);
        segment(out, 0xC0, bytes(8, 0, 1, 0, 1, 1, 1, 0x11, 0));
        segment(out, 0xDA, bytes(1, 1, 0, 0, 63, 0));
        out.writeBytes(bytes(0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56));
        segment(out, 0xDA, bytes(1, 1, 0, 0, 63, 0)); // a second scan, as in progressive images
        out.writeBytes(bytes(0x78, 0xFF, 0xD9));
        out.writeBytes(ascii(SECRET)); // as the video of a motion photo
        return out.toByteArray();
    }

    static byte[] png() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10));
        chunk(out, "IHDR", bytes(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0));
        chunk(out, "gAMA", bytes(0, 0, 0xB1, 0x8F));
        chunk(out, "tEXt", ascii("Author\0" + SECRET));
        chunk(out, "iTXt", ascii(SECRET));
        chunk(out, "zTXt", ascii(SECRET));
        chunk(out, "eXIf", exif(6));
        chunk(out, "tIME", bytes(7, 0xEA, 11, 23, 9, 0, 0));
        chunk(out, "prIv", ascii(SECRET));
        chunk(out, "IDAT", bytes(0x78, 0x9C, 0x63, 0, 0, 0, 2, 0, 1));
        chunk(out, "IEND", new byte[0]);
        out.writeBytes(ascii(SECRET));
        return out.toByteArray();
    }

    /** A HEIC with an image item, an EXIF item in mdat and an XMP item in idat. */
    static byte[] heic() {
        var ftyp = box("ftyp", ascii("heic\0\0\0\0mif1heic"));
        var metaLength = meta(0).length;
        return concat(ftyp, meta(ftyp.length + metaLength + 8), box("mdat", concat(ascii("IMAGE"), ascii(SECRET))));
    }

    static byte[] docx() {
        return zip(Map.of("[Content_Types].xml", ascii(DOCX_TYPES), "word/document.xml", ascii("<w:document/>")));
    }

    static byte[] docxWithMacros() {
        return zip(Map.of(
                "[Content_Types].xml",
                ascii(DOCX_TYPES),
                "word/document.xml",
                ascii("<w:document/>"),
                "word/vbaProject.bin",
                new byte[10]));
    }

    static byte[] odt() {
        return zip(Map.of(
                "mimetype", ascii("application/vnd.oasis.opendocument.text"), "content.xml", ascii("<office/>")));
    }

    /** An otherwise valid DOCX of a few kilobytes that inflates to {@code megabytes}. */
    static byte[] bomb(int megabytes) {
        return zip(
                Map.of("[Content_Types].xml", ascii(DOCX_TYPES), "word/document.xml", new byte[megabytes * 1_000_000]));
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static byte[] exif(int orientation) {
        return concat(
                ByteBuffer.allocate(26)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(ascii("II*\0"))
                        .putInt(8)
                        .putShort((short) 1)
                        .putShort((short) 0x0112)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientation)
                        .array(),
                ascii(SECRET));
    }

    private static byte[] meta(int mdat) {
        var items = box(
                "iinf",
                bytes(0, 0, 0, 0, 0, 3),
                box("infe", bytes(2, 0, 0, 0, 0, 1, 0, 0), ascii("hvc1\0")),
                box("infe", bytes(2, 0, 0, 0, 0, 2, 0, 0), ascii("Exif\0")),
                box("infe", bytes(2, 0, 0, 0, 0, 3, 0, 0), ascii("mime\0application/rdf+xml\0")));
        var locations = ByteBuffer.allocate(8 + 3 * 16)
                .putInt(1 << 24) // version 1
                .putShort((short) 0x4400) // offsets and lengths on 4 bytes
                .putShort((short) 3);
        extent(locations, 1, 0, mdat, 5);
        extent(locations, 2, 0, mdat + 5, SECRET.length());
        extent(locations, 3, 1, 0, SECRET.length());
        return box("meta", new byte[4], items, box("iloc", locations.array()), box("idat", ascii(SECRET)));
    }

    private static void extent(ByteBuffer out, int item, int method, int offset, int length) {
        out.putShort((short) item)
                .putShort((short) method)
                .putShort((short) 0) // this file
                .putShort((short) 1) // extents
                .putInt(offset)
                .putInt(length);
    }

    private static byte[] box(String type, byte[]... contents) {
        var content = concat(contents);
        return concat(ByteBuffer.allocate(4).putInt(content.length + 8).array(), ascii(type), content);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] payload) {
        int length = payload.length + 2;
        out.writeBytes(bytes(0xFF, marker, length >> 8, length));
        out.writeBytes(payload);
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        var crc = new CRC32();
        crc.update(concat(ascii(type), data));
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(concat(ascii(type), data));
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
