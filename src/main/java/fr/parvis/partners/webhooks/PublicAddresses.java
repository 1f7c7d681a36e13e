package fr.parvis.partners.webhooks;

import fr.parvis.applications.GuardedFetch;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of a partner's site, none of which may be in a private network. The connection is made to what is
 * given from here: a name that leads elsewhere a moment later changes nothing.
 */
record PublicAddresses(boolean local) implements DnsResolver {

    /** The name leads into a private network. */
    static final class PrivateAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        for (var address : addresses) {
            if (GuardedFetch.isPrivate(address) && !(local && address.isLoopbackAddress())) {
                throw new PrivateAddressException();
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
