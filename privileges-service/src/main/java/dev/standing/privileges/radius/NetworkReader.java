package dev.standing.privileges.radius;

import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.policy.InvalidPolicy;
import dev.standing.contracts.policy.PolicyDocument;
import dev.standing.privileges.policy.Benefit;
import dev.standing.privileges.policy.Direction;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.radius.NetworkDocument.AttributeEntry;
import dev.standing.privileges.radius.NetworkDocument.ServerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a document into a network, or refuses it with the line and the path of the first thing that is wrong. */
final class NetworkReader {
    private static final int MOST_ATTRIBUTES = 8;
    private static final int MOST_PORT = 65_535;
    private static final int MOST_TYPE = 255;
    private static final long MOST_FACTOR = 1_000_000_000L;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

    private final PolicyDocument<NetworkDocument> document;
    private final PerkPolicy policy;

    private NetworkReader(PolicyDocument<NetworkDocument> document, PerkPolicy policy) {
        this.document = document;
        this.policy = policy;
    }

    /**
     * Reads a network, and the secrets that it names the files of.
     *
     * @param name how errors call the document
     * @throws InvalidPolicy where it is refused
     */
    static Network read(String name, String yaml, PerkPolicy policy) {
        return new NetworkReader(PolicyDocument.read(name, yaml, NetworkDocument.class), policy).network();
    }

    private Network network() {
        List<AttributeEntry> entries = orNone(document.content().attributes());
        if (entries.size() > MOST_ATTRIBUTES) {
            throw document.invalid("attributes", "has " + entries.size() + " entries; allowed: " + MOST_ATTRIBUTES);
        }
        List<Network.Attribute> attributes = new ArrayList<>();
        for (AttributeEntry entry : entries) {
            attributes.add(attribute("attributes[" + attributes.size() + "]", entry));
        }
        Map<Network.Address, AccessServer> servers = new HashMap<>();
        for (ServerEntry entry : orNone(document.content().servers())) {
            String at = "servers[" + servers.size() + "]";
            AccessServer server = server(at, entry);
            if (servers.put(new Network.Address(String.valueOf(entry.partner()), server.address()), server) != null) {
                throw document.invalid(at, "address '" + server.address() + "' is named twice; allowed: once");
            }
        }
        return new Network(attributes, servers);
    }

    private Network.Attribute attribute(String at, AttributeEntry entry) {
        String name = entry.name();
        if (name == null || !NAME.matcher(name).matches()) {
            throw document.invalid(at + ".name", "name is '" + name + "'; allowed: as in a dictionary of RADIUS");
        }
        range(at + ".vendor", entry.vendor(), 1, Integer.MAX_VALUE);
        range(at + ".type", entry.type(), 1, MOST_TYPE);
        range(at + ".bitsPerSecond", entry.bitsPerSecond(), 1, MOST_FACTOR);
        Perk perk = entry.perk() == null ? null : policy.perk(entry.perk());
        if (perk == null) {
            throw document.invalid(
                    at + ".perk",
                    "unknown perk '" + entry.perk() + "'; allowed: "
                            + policy.perks().stream().map(Perk::name).toList());
        }
        List<String> benefits = perk.benefits().stream().map(Benefit::name).toList();
        int benefit = benefits.indexOf(entry.benefit());
        if (benefit < 0) {
            throw document.invalid(at + ".benefit", "unknown benefit '" + entry.benefit() + "'; allowed: " + benefits);
        }
        if (perk.benefits().get(benefit).better() != Direction.MORE) {
            throw document.invalid(at + ".benefit", "less of it is better; allowed: one of which more is");
        }
        return new Network.Attribute(name, entry.vendor(), entry.type(), perk, benefit, entry.bitsPerSecond());
    }

    private AccessServer server(String at, ServerEntry entry) {
        if (!Ids.isId(entry.partner())) {
            throw document.invalid(at + ".partner", "partner is '" + entry.partner() + "'; allowed: " + Ids.ALLOWED);
        }
        if (entry.address() == null || entry.address().isBlank()) {
            throw document.invalid(at + ".address", "address is missing; allowed: as accounting names the server");
        }
        range(at + ".port", entry.port(), 1, MOST_PORT);
        return new AccessServer(entry.address(), entry.port(), secret(at + ".secretFile", entry.secretFile()));
    }

    /** What cannot be read is said by its place alone, never by what stands in it. */
    private String secret(String at, @Nullable String file) {
        String text = "";
        try {
            text = file == null ? "" : Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw document.invalid(at, "cannot be read; allowed: a file with the shared secret");
        }
        if (text.isEmpty()) {
            throw document.invalid(at, "holds no secret; allowed: a file with the shared secret");
        }
        return text;
    }

    private void range(String at, long value, long least, long most) {
        if (value < least || value > most) {
            throw document.invalid(at, "value is " + value + "; allowed: " + least + " to " + most);
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
