package fr.parvis.applications;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * Addresses that begin alike.
 *
 * @param beginning the bits that they share, as a number
 * @param length how many bits these are
 * @param width how many bits an address has
 */
record Network(BigInteger beginning, int length, int width) {

    /** Reads "198.18.0.0/15" or "2002::/16". */
    static Network of(String words) {
        var parts = words.split("/", -1);
        var bytes = InetAddress.ofLiteral(parts[0]).getAddress();
        int width = bytes.length * Byte.SIZE;
        int length = Integer.parseInt(parts[1]);
        return new Network(new BigInteger(1, bytes).shiftRight(width - length), length, width);
    }

    boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length * Byte.SIZE == width
                && new BigInteger(1, bytes).shiftRight(width - length).equals(beginning);
    }
}
