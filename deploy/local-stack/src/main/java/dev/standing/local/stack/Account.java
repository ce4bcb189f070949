package dev.standing.local.stack;

import dev.standing.local.home.Home;
import dev.standing.local.home.StackFailure;
import dev.standing.local.token.LocalIssuer;
import dev.standing.stack.StackFile;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What runs where, as it is written down for programs. */
record Account(Home home, PortPlan ports, LocalIssuer issuer, Map<String, Supervised> supervised) {

    void write(String phase) {
        try {
            in(phase).write(home.stackFile());
        } catch (UncheckedIOException e) {
            throw new StackFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private StackFile in(String phase) {
        Map<String, StackFile.Entry> entries = new LinkedHashMap<>();
        supervised.forEach((name, each) -> entries.put(name, entry(each)));
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("ingest", "http://localhost:" + ports.ingest());
        urls.put("scoring", "http://localhost:" + ports.scoring());
        urls.put("privileges", "http://localhost:" + ports.privileges());
        ProcessHandle self = ProcessHandle.current();
        return new StackFile(
                StackFile.VERSION,
                phase,
                new StackFile.Launcher(
                        self.pid(),
                        self.info().startInstant().orElse(Instant.EPOCH).toString()),
                urls,
                "localhost:" + ports.kafka(),
                "jdbc:postgresql://localhost:" + ports.postgresql() + "/standing",
                issuer.publicKeyFile().toString(),
                LocalIssuer.ISSUER,
                entries);
    }

    private StackFile.Entry entry(Supervised each) {
        Supervised.Snapshot snapshot = each.snapshot();
        return new StackFile.Entry(
                snapshot.pid(),
                each.part().port(),
                snapshot.state().name().toLowerCase(Locale.ROOT),
                snapshot.startedAt() == null ? null : snapshot.startedAt().toString(),
                snapshot.readyAfterMillis(),
                snapshot.restarts(),
                home.log(each.part().name()).toString());
    }
}
