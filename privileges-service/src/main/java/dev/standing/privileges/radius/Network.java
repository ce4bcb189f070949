package dev.standing.privileges.radius;

import dev.standing.privileges.policy.Perk;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a network is told, and who hears of it. Immutable. */
record Network(List<Attribute> attributes, Map<Network.Address, AccessServer> servers) {
    private static final long MOST = 0xFFFF_FFFFL;

    Network {
        attributes = List.copyOf(attributes);
        servers = Map.copyOf(servers);
    }

    @Nullable
    AccessServer server(String partner, String address) {
        return servers.get(new Address(partner, address));
    }

    /** An access server's name in accounting, within the network of one partner. */
    record Address(String partner, String address) {}

    /**
     * One number of 32 bits.
     *
     * @param benefit its place in the perk
     */
    record Attribute(String name, int vendor, int type, Perk perk, int benefit, long bitsPerSecond) {

        /** What a tier is worth, in bits per second: at most what 32 bits can say. */
        long of(int tier) {
            long units = perk.tier(tier).benefit(benefit);
            return units > MOST / bitsPerSecond ? MOST : Math.max(0, units * bitsPerSecond);
        }
    }
}
