package fr.parvis.partners.feeds.sftp;

import java.time.Instant;
import java.util.Arrays;

/** A file while it comes: pieces, usually in order. Once a piece of it was refused, it is never whole. */
final class Upload {

    private static final int FIRST = 32_768;

    private byte[] bytes = new byte[FIRST];
    private int size;
    private boolean spoilt;
    private boolean open = true;
    private final Instant at;

    Upload(Instant at) {
        this.at = at;
    }

    /** Takes a piece, unless it ends beyond the most that there may be; whether it did. */
    boolean write(long offset, byte[] piece, long most) {
        if (offset < 0 || offset > most - piece.length) {
            spoilt = true;
            return false;
        }
        int end = (int) offset + piece.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(end, 2L * bytes.length)));
        }
        System.arraycopy(piece, 0, bytes, (int) offset, piece.length);
        size = Math.max(size, end);
        return true;
    }

    void reopen() {
        open = true;
    }

    void close() {
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    boolean isSpoilt() {
        return spoilt;
    }

    int size() {
        return size;
    }

    Instant at() {
        return at;
    }

    byte[] content() {
        return Arrays.copyOf(bytes, size);
    }
}
