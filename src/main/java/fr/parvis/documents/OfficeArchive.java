package fr.parvis.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks inside a ZIP to tell a DOCX (ECMA-376) or an ODT (OASIS OpenDocument) from any other archive. Everything is
 * inflated once, counted and thrown away, so that a bomb is seen before anybody else opens it.
 */
final class OfficeArchive {

    private static final int MOST_ENTRIES = 2_000;
    private static final long LARGEST_INFLATED = 100_000_000;
    private static final long LARGEST_RATIO = 200;

    /** Small files inflate a lot without harm; the ratio counts from here on. */
    private static final long RATIO_FROM = 5_000_000;

    private static final String DOCX_MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private final byte[] content;
    private final byte[] buffer = new byte[16_384];
    private long inflated;
    private boolean docxMain;
    private boolean docxContentType;
    private boolean odtMimetype;
    private boolean odtContent;
    private boolean macros;

    private OfficeArchive(byte[] content) {
        this.content = content;
    }

    /** What an archive turned out to be. */
    enum Kind {
        DOCX,
        ODT,
        MACROS,
        TOO_BIG,
        DAMAGED,
        OTHER
    }

    static Kind inspect(byte[] content) {
        try {
            return new OfficeArchive(content).walk();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Kind.DAMAGED;
        }
    }

    private Kind walk() throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            int entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES || !read(entry, zip)) {
                    return Kind.TOO_BIG;
                }
            }
        }
        if (docxMain && docxContentType) {
            return macros ? Kind.MACROS : Kind.DOCX;
        }
        if (odtMimetype && odtContent) {
            return macros ? Kind.MACROS : Kind.ODT;
        }
        return macros ? Kind.MACROS : Kind.OTHER;
    }

    /** Reads one entry to its end; false once the archive has grown too big. */
    private boolean read(ZipEntry entry, ZipInputStream zip) throws IOException {
        var name = entry.getName();
        docxMain |= name.equals("word/document.xml");
        odtContent |= name.equals("content.xml");
        macros |= isMacro(name);
        var start = new StringBuilder();
        boolean telling = name.equals("mimetype") || name.equals("[Content_Types].xml");
        for (int length = zip.read(buffer); length >= 0; length = zip.read(buffer)) {
            inflated += length;
            if (inflated > LARGEST_INFLATED || (inflated > RATIO_FROM && inflated / content.length > LARGEST_RATIO)) {
                return false;
            }
            if (telling && start.length() < 1_000_000) {
                start.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            }
        }
        learn(name, start.toString());
        return true;
    }

    private void learn(String name, String text) {
        if (name.equals("mimetype")) {
            odtMimetype = text.strip().equals(ODT);
        } else if (name.equals("[Content_Types].xml")) {
            docxContentType = text.contains(DOCX_MAIN);
            macros |= text.contains("macroEnabled") || text.contains("vbaProject");
        }
    }

    private static boolean isMacro(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("vbaproject.bin") || lower.startsWith("basic/") || lower.startsWith("scripts/");
    }
}
