package dev.standing.privileges.radius;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network as it is written; {@link NetworkReader} says what is allowed. */
@RegisterForReflection
record NetworkDocument(
        @Nullable List<AttributeEntry> attributes, @Nullable List<ServerEntry> servers) {

    /** @param bitsPerSecond how many one of the benefit's units is */
    record AttributeEntry(
            @Nullable String name,
            int vendor,
            int type,
            @Nullable String perk,
            @Nullable String benefit,
            long bitsPerSecond) {}

    record ServerEntry(
            @Nullable String partner,
            @Nullable String address,
            int port,
            @Nullable String secretFile) {}
}
