package fr.parvis.applications;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of a site of a vendor or a partner, none of which may be in a private network. The connection is
 * made to what is given from here: a name that leads elsewhere a moment later changes nothing.
 *
 * @param local whether this computer may be called, as in the demo
 */
public record PublicAddresses(boolean local) implements DnsResolver {

    /** Networks that lead elsewhere than to the public internet, beyond those that Java tells itself (RFC 6890). */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "198.18.0.0/15",
                    "240.0.0.0/4",
                    "fc00::/7",
                    "64:ff9b:1::/48",
                    "2001::/32", // Teredo
                    "2002::/16", // 6to4
                    "::ffff:0:0:0/96") // translated by a network of its own (RFC 2765)
            .map(Network::of)
            .toList();

    /** IPv4 addresses written as IPv6 ones: compatible (RFC 4291, 2.5.5.1) and translated (RFC 6052). */
    private static final List<Network> EMBEDDING =
            Stream.of("::/96", "64:ff9b::/96").map(Network::of).toList();

    /** The name leads into a private network. */
    public static final class PrivateAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        for (var address : addresses) {
            if (isPrivate(address) && !(local && address.isLoopbackAddress())) {
                throw new PrivateAddressException();
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Whether it is not one of the public internet, in whatever way it is written. */
    static boolean isPrivate(InetAddress address) {
        return SPECIAL.stream().anyMatch(network -> network.contains(address))
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (EMBEDDING.stream().anyMatch(network -> network.contains(address)) && isPrivate(embedded(address)));
    }

    private static InetAddress embedded(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
