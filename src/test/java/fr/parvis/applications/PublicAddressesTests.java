package fr.parvis.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of a vendor do not lead into the town’s network. */
class PublicAddressesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fd12:3456::1",
                "192.0.0.8",
                "198.18.0.1",
                "198.19.255.255",
                "::ffff:0:10.0.0.1",
                "::ffff:0:8.8.8.8",
                "::ffff:198.18.0.1",
                "64:ff9b:1::808:808",
                "2001:0:a00:1::1",
                "2002:a00:1::1",
                "2002:808:808::1",
                "fec0::1"
            })
    void knowsPrivateAddresses(String address) throws Exception {
        assertThat(PublicAddresses.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "100.128.0.1",
                "172.32.0.1",
                "2001:db8::1",
                "64:ff9b::808:808",
                "192.0.1.1",
                "198.20.0.1",
                "::ffff:8.8.8.8",
                "2003::1"
            })
    void letsPublicAddressesBe(String address) throws Exception {
        assertThat(PublicAddresses.isPrivate(InetAddress.getByName(address))).isFalse();
    }
}
