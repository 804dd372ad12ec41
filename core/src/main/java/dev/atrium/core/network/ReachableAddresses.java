package dev.atrium.core.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which addresses the server may call for others: public ones, and those that the operator adds.
 *
 * <p>The special ones are those of IANA's registries for IPv4 (RFC 6890) and IPv6. Of IPv6 only what is given out as
 * global unicast is public at all, less what carries an IPv4 address within.
 */
public final class ReachableAddresses {
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT; metadata of one cloud
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local; metadata of most clouds
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // AMT
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, and broadcast
                    "168.63.129.16/32", // a cloud's own services, on a public address
                    "2001::/23", // protocol assignments, Teredo among them
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4: carries an IPv4 address
                    "2620:4f:8000::/48", // AS112
                    "3fff::/20", // documentation
                    "64:ff9b::/96", // NAT64: carries an IPv4 address
                    "64:ff9b:1::/48") // NAT64 of a site
            .map(Network::of)
            .toList();

    /** Whatever Java reads as an address without asking anybody. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private final List<Network> allowed;

    /** Public addresses, and those of these networks. */
    public ReachableAddresses(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /**
     * Public addresses, and those of the networks that an operator lists with commas between.
     *
     * @throws IllegalArgumentException for what is no list of networks
     */
    public static ReachableAddresses beside(String networks) {
        return new ReachableAddresses(Stream.of(networks.split(","))
                .filter(text -> !text.isBlank())
                .map(text -> Network.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "allowed-networks must be networks such as 10.0.0.0/8, not " + text)))
                .toList());
    }

    /** Whether a host is an address that is not among them; what a name stands for is known only when it is called. */
    public boolean exclude(String host) {
        if (!ADDRESS.matcher(host).matches()) {
            return false;
        }
        try {
            return !contains(InetAddress.getByName(host));
        } catch (UnknownHostException noAddress) {
            return true;
        }
    }

    public boolean contains(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address)) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        boolean given = address.getAddress().length == 4 || GLOBAL_UNICAST.contains(address);
        return given && SPECIAL.stream().noneMatch(network -> network.contains(address));
    }
}
