package dev.standing.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a suite is to be started.
 *
 * @param home folder of its data; what an earlier run left there is used
 * @param portBase services on the three ports after it, servers on the next three
 * @param options further words for {@code ./standing run}
 * @param environment for the launcher and, through it, the services
 */
public record Launch(Path home, int portBase, List<String> options, Map<String, String> environment) {
    public Launch {
        home = home.toAbsolutePath();
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** On ports that nobody uses now. */
    public static Launch in(Path home) {
        return new Launch(home, PortRange.freeBase(), List.of(), Map.of());
    }

    public Launch on(int otherBase) {
        return new Launch(home, otherBase, options, environment);
    }

    public Launch with(String... otherOptions) {
        return new Launch(home, portBase, List.of(otherOptions), environment);
    }

    /** With more environment; a variable that is there already takes the new value. */
    public Launch where(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Launch(home, portBase, options, all);
    }
}
