package dev.standing.privileges.webhooks.sending;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are of the public internet. What is not said to be is not: of IPv6 nothing but global unicast, and of both families none
 * that IANA's special-purpose registries take out, none that carries an IPv4 address in it, and no cloud's own metadata. To be made when the process runs: a native executable may hold no address.
 */
final class Addresses {
    private final List<Block> refused4 = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("168.63.129.16", 32), // Azure's own, to every virtual machine
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.31.196.0", 24),
            Block.of("192.52.193.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("192.175.48.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3));
    private final Block global6 = Block.of("2000::", 3);
    private final List<Block> refused6 = List.of(
            Block.of("2001::", 23), // Teredo and other mechanisms
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16), // 6to4
            Block.of("2620:4f:8000::", 48),
            Block.of("3fff::", 20));

    boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? refused4.stream().noneMatch(block -> block.contains(address))
                : global6.contains(address) && refused6.stream().noneMatch(block -> block.contains(address));
    }

    /** Addresses that begin with the same bits. Netty has such blocks too, which let inner addresses of IPv6 pass (4.1.133). */
    private record Block(InetAddress first, int bits) {
        static Block of(String address, int bits) {
            try {
                return new Block(InetAddress.getByName(address), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            byte[] begin = first.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((bytes[bit / Byte.SIZE] ^ begin[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
