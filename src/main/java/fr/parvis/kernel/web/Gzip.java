package fr.parvis.kernel.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The gzip format (RFC 1952) at the fastest level: a tenth larger than at the usual one, for a third of the time.
 * Compressors are kept, for making one takes as long as compressing a page.
 */
final class Gzip {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 4, 0};
    private static final int TRAILER = 8;

    /** Larger than what a page that cannot be compressed grows by. */
    private static final int MARGIN = 128;

    private static final BlockingQueue<Deflater> IDLE = new ArrayBlockingQueue<>(32);

    private Gzip() {}

    static byte[] fast(byte[] content) {
        var idle = IDLE.poll();
        var deflater = idle == null ? new Deflater(Deflater.BEST_SPEED, true) : idle;
        try {
            return compress(deflater, content);
        } finally {
            deflater.reset();
            if (!IDLE.offer(deflater)) {
                deflater.end();
            }
        }
    }

    private static byte[] compress(Deflater deflater, byte[] content) {
        var out = new byte[HEADER.length + content.length + content.length / MARGIN + MARGIN + TRAILER];
        System.arraycopy(HEADER, 0, out, 0, HEADER.length);
        deflater.setInput(content);
        deflater.finish();
        int end = HEADER.length + deflater.deflate(out, HEADER.length, out.length - HEADER.length - TRAILER);
        if (!deflater.finished()) {
            throw new IllegalStateException("the margin is too small");
        }
        var checksum = new CRC32();
        checksum.update(content);
        ByteBuffer.wrap(out)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(end, (int) checksum.getValue())
                .putInt(end + Integer.BYTES, content.length);
        return Arrays.copyOf(out, end + TRAILER);
    }
}
