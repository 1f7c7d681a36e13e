package fr.parvis.documents;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Blanks the EXIF and XMP items of a HEIC photo (ISO/IEC 23008-12). The items are found through the boxes meta, iinf and
 * iloc (ISO/IEC 14496-12 §8.11) and their bytes set to zero, so that no offset of the file changes. The orientation is
 * not in EXIF there but a property of the image, and stays.
 */
final class HeicMetadata {

    private static final int FTYP = type("ftyp");
    private static final int META = type("meta");
    private static final int UUID_BOX = type("uuid");
    private static final int IINF = type("iinf");
    private static final int ILOC = type("iloc");
    private static final int IDAT = type("idat");
    private static final int INFE = type("infe");
    private static final int EXIF = type("Exif");
    private static final int MIME = type("mime");

    private final byte[] bytes;
    private final Set<Long> metadataItems = new HashSet<>();
    private int itemData = -1;
    private int itemDataEnd = -1;

    private HeicMetadata(byte[] heic) {
        this.bytes = heic.clone();
    }

    /** The photo with its metadata blanked; empty when it is damaged or cut short. */
    static Optional<byte[]> strip(byte[] heic) {
        try {
            return new HeicMetadata(heic).blanked();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException cutShort) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> blanked() {
        var file = ByteBuffer.wrap(bytes);
        boolean images = false;
        boolean first = true;
        while (file.hasRemaining()) {
            var box = Box.next(file);
            if (first && box.type != FTYP) {
                return Optional.empty();
            }
            first = false;
            if (box.type == META) {
                images = true;
                blankItems(box);
            } else if (box.type == UUID_BOX) {
                blank(box.start, box.end);
            }
        }
        return images ? Optional.of(bytes) : Optional.empty();
    }

    private void blankItems(Box meta) {
        var boxes = meta.content(bytes);
        boxes.getInt(); // version and flags
        Box locations = null;
        while (boxes.hasRemaining()) {
            var box = Box.next(boxes);
            if (box.type == IINF) {
                readItems(box.content(bytes));
            } else if (box.type == ILOC) {
                locations = box;
            } else if (box.type == IDAT) {
                itemData = box.start;
                itemDataEnd = box.end;
            }
        }
        if (locations != null) {
            new Locations(locations.content(bytes)).blankAll();
        }
    }

    private void readItems(ByteBuffer in) {
        int version = in.getInt() >>> 24;
        long count = version == 0 ? in.getShort() & 0xFFFF : in.getInt() & 0xFFFFFFFFL;
        for (long i = 0; i < count; i++) {
            var entry = Box.next(in);
            if (entry.type == INFE) {
                readItem(entry.content(bytes));
            }
        }
    }

    private void readItem(ByteBuffer in) {
        int version = in.getInt() >>> 24;
        if (version < 2) {
            return; // has no item type; HEIC uses version 2 or 3
        }
        long id = version == 2 ? in.getShort() & 0xFFFF : in.getInt() & 0xFFFFFFFFL;
        in.getShort(); // protection
        int type = in.getInt();
        if (type == EXIF || type == MIME) {
            metadataItems.add(id);
        }
    }

    private void blank(long from, long to) {
        if (from < 0 || to > bytes.length || from > to) {
            throw new IllegalArgumentException("outside of the file");
        }
        Arrays.fill(bytes, (int) from, (int) to, (byte) 0);
    }

    private static int type(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }

    /** A box and where its content starts and ends in the file. */
    private record Box(int type, int start, int end) {

        static Box next(ByteBuffer in) {
            int header = in.position();
            long size = in.getInt() & 0xFFFFFFFFL;
            int type = in.getInt();
            if (size == 1) {
                size = in.getLong();
            } else if (size == 0) {
                size = (long) in.limit() - header; // to the end
            }
            if (size < in.position() - header || size > in.limit() - header) {
                throw new IllegalArgumentException("longer than what holds it");
            }
            var box = new Box(type, in.position(), (int) (header + size));
            in.position(box.end);
            return box;
        }

        ByteBuffer content(byte[] file) {
            return ByteBuffer.wrap(file).position(start).limit(end);
        }
    }

    /** The item location box: where each item's bytes are. */
    private final class Locations {

        private static final int IN_FILE = 0;
        private static final int IN_ITEM_DATA = 1;

        private final ByteBuffer in;
        private final int version;
        private final int offsetSize;
        private final int lengthSize;
        private final int baseSize;
        private final int indexSize;

        Locations(ByteBuffer in) {
            this.in = in;
            this.version = in.getInt() >>> 24;
            int sizes = in.getShort() & 0xFFFF;
            this.offsetSize = sizes >> 12;
            this.lengthSize = sizes >> 8 & 0xF;
            this.baseSize = sizes >> 4 & 0xF;
            this.indexSize = version == 0 ? 0 : sizes & 0xF;
        }

        void blankAll() {
            long items = version < 2 ? number(2) : number(4);
            for (long i = 0; i < items; i++) {
                long id = version < 2 ? number(2) : number(4);
                int method = version == 0 ? IN_FILE : (int) number(2) & 0xF;
                number(2); // data reference
                long base = number(baseSize);
                blankExtents(metadataItems.contains(id), method, base);
            }
        }

        private void blankExtents(boolean metadata, int method, long base) {
            long extents = number(2);
            for (long i = 0; i < extents; i++) {
                number(indexSize);
                long offset = base + number(offsetSize);
                long length = number(lengthSize);
                if (metadata && method == IN_FILE) {
                    blank(offset, length == 0 ? bytes.length : offset + length);
                } else if (metadata && method == IN_ITEM_DATA) {
                    blank(itemData + offset, length == 0 ? itemDataEnd : itemData + offset + length);
                }
            }
        }

        private long number(int size) {
            return switch (size) {
                case 0 -> 0;
                case 2 -> in.getShort() & 0xFFFF;
                case 4 -> in.getInt() & 0xFFFFFFFFL;
                case 8 -> in.getLong();
                default -> throw new IllegalArgumentException("not a size of iloc");
            };
        }
    }
}
