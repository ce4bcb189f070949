package dev.standing.manifests.check;

import dev.standing.manifests.Manifests;
import dev.standing.manifests.model.Models;
import dev.standing.manifests.network.Network;
import java.util.List;

/** All of them. */
public final class Checks {
    public static final List<Check> ALL = List.of(
            new Models(),
            new Pods(),
            new Services(),
            new Secrets(),
            new Settings(),
            new KafkaTopics(),
            new KafkaUsers(),
            new Postgresql(),
            new Zones(),
            new Connections(),
            new Backups(),
            new Entry(),
            new Scaling(),
            new Network());

    private Checks() {}

    public static List<String> findings(Manifests manifests) {
        return ALL.stream().flatMap(each -> each.findings(manifests).stream()).toList();
    }
}
