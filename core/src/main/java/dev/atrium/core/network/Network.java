package dev.atrium.core.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that begin alike, as CIDR writes them: {@code 10.0.0.0/8}, {@code fd00::/8}. */
public final class Network {
    /** Nothing else may reach the resolver: it would look up names. */
    private static final Pattern CIDR =
            Pattern.compile("([0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/([0-9]{1,3}))?");

    private final byte[] start;
    private final int bits;

    private Network(byte[] start, int bits) {
        this.start = start;
        this.bits = bits;
    }

    /** A network, or a single address. */
    public static Optional<Network> parse(String text) {
        var cidr = CIDR.matcher(text.strip());
        if (!cidr.matches()) {
            return Optional.empty();
        }
        try {
            byte[] start = InetAddress.getByName(cidr.group(1)).getAddress();
            int bits = cidr.group(2) == null ? start.length * Byte.SIZE : Integer.parseInt(cidr.group(2));
            return bits <= start.length * Byte.SIZE ? Optional.of(new Network(start, bits)) : Optional.empty();
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    static Network of(String cidr) {
        return parse(cidr).orElseThrow();
    }

    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != start.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        int mask = (0xFF << (Byte.SIZE - rest)) & 0xFF;
        return Arrays.equals(bytes, 0, whole, start, 0, whole)
                && (rest == 0 || (bytes[whole] & mask) == (start[whole] & mask));
    }
}
