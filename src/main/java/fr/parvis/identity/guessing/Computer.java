package fr.parvis.identity.guessing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The computer a request comes from, as far as guessing passwords goes. */
public final class Computer {

    private static final int NETWORK_BYTES = 8;

    private Computer() {}

    /** Its IPv4 address, or the first half of its IPv6 address: one customer gets a whole /64 to choose from. */
    public static String of(HttpServletRequest request) {
        try {
            var bytes = InetAddress.ofLiteral(request.getRemoteAddr()).getAddress();
            return HexFormat.of().formatHex(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, NETWORK_BYTES));
        } catch (IllegalArgumentException notAnAddress) {
            return request.getRemoteAddr();
        }
    }
}
