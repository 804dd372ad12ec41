package dev.atrium.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableAddressesTest {
    @Nested
    class Given_an_operator_who_allowed_nothing_more {
        private final ReachableAddresses reachable = new ReachableAddresses(List.of());

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0.0.0.0",
                    "0.1.2.3",
                    "10.0.0.1",
                    "10.255.255.255",
                    "100.64.0.1",
                    "100.100.100.200",
                    "100.127.255.255",
                    "127.0.0.1",
                    "127.255.255.254",
                    "168.63.129.16",
                    "169.254.169.254",
                    "169.254.0.1",
                    "172.16.0.1",
                    "172.31.255.255",
                    "192.0.0.192",
                    "192.0.2.1",
                    "192.88.99.1",
                    "192.168.1.1",
                    "198.18.0.1",
                    "198.19.255.255",
                    "198.51.100.7",
                    "203.0.113.9",
                    "224.0.0.1",
                    "239.255.255.250",
                    "240.0.0.1",
                    "255.255.255.255"
                })
        void refuses_special_addresses_of_IPv4(String address) throws Exception {
            assertThat(reachable.contains(InetAddress.getByName(address))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "::",
                    "::1",
                    "::7f00:1",
                    "::a9fe:a9fe",
                    "64:ff9b::7f00:1",
                    "64:ff9b::808:808",
                    "64:ff9b:1::1",
                    "100::1",
                    "2001::1",
                    "2001:20::1",
                    "2001:db8::1",
                    "2002:7f00:1::",
                    "3fff::1",
                    "4000::1",
                    "fc00::1",
                    "fd00:ec2::254",
                    "fe80::1",
                    "fec0::1",
                    "ff02::1",
                    "ff0e::1"
                })
        void refuses_special_addresses_of_IPv6(String address) throws Exception {
            assertThat(reachable.contains(InetAddress.getByName(address))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1"})
        void refuses_IPv4_addresses_in_the_dress_of_IPv6(String address) throws Exception {
            assertThat(reachable.contains(InetAddress.getByName(address))).isFalse();
            assertThat(reachable.contains(mapped(address))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"2130706433", "127.1", "0", "10.1"})
        void refuses_other_spellings_of_special_addresses(String address) throws Exception {
            assertThat(reachable.contains(InetAddress.getByName(address))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1.1.1.1",
                    "8.8.8.8",
                    "9.255.255.255",
                    "11.0.0.0",
                    "100.63.255.255",
                    "100.128.0.0",
                    "126.255.255.255",
                    "128.0.0.1",
                    "172.15.255.255",
                    "172.32.0.0",
                    "192.167.255.255",
                    "192.169.0.0",
                    "223.255.255.255",
                    "2606:4700:4700::1111",
                    "2a00:1450:4001::1"
                })
        void takes_public_addresses(String address) throws Exception {
            assertThat(reachable.contains(InetAddress.getByName(address))).isTrue();
        }

        /** As no Java method makes it, for they all turn it into IPv4. */
        private static InetAddress mapped(String address) throws UnknownHostException {
            byte[] bytes = new byte[16];
            bytes[10] = (byte) 0xFF;
            bytes[11] = (byte) 0xFF;
            System.arraycopy(InetAddress.getByName(address).getAddress(), 0, bytes, 12, 4);
            return java.net.Inet6Address.getByAddress(null, bytes, -1);
        }
    }

    @Nested
    class Given_an_operator_who_allowed_a_network {
        private final ReachableAddresses reachable = new ReachableAddresses(List.of(
                Network.parse("10.1.0.0/17").orElseThrow(),
                Network.parse("fd00:1::/33").orElseThrow(),
                Network.parse("127.0.0.1").orElseThrow()));

        @ParameterizedTest
        @ValueSource(strings = {"10.1.0.1", "10.1.127.255", "fd00:1:7fff::1", "127.0.0.1", "8.8.8.8"})
        void takes_its_addresses_and_public_ones(String address) throws Exception {
            assertThat(reachable.contains(InetAddress.getByName(address))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"10.1.128.0", "10.2.0.1", "fd00:1:8000::1", "127.0.0.2", "169.254.169.254"})
        void refuses_its_neighbours(String address) throws Exception {
            assertThat(reachable.contains(InetAddress.getByName(address))).isFalse();
        }
    }

    @Nested
    class Given_something_that_is_no_network {
        @ParameterizedTest
        @ValueSource(
                strings = {"", "localhost", "example.org/8", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.256", "g::"
                })
        void reads_none(String text) {
            assertThat(Network.parse(text)).isEmpty();
        }

        @Test
        void reads_one_with_blanks_around() {
            assertThat(Network.parse(" 10.0.0.0/8 ")).isPresent();
        }
    }
}
