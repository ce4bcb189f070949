package dev.standing.local.sample;

import dev.standing.local.stack.PortPlan;
import dev.standing.local.token.LocalIssuer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** The sample community: joined once for a home, and then one member's story. */
public final class Sample {

    private final Path file;
    private final Api api;
    private final Consumer<String> terminal;
    private final boolean watched;

    /** {@code file} remembers how far it came; {@code watched} is whether a moving bar can be shown. */
    public Sample(Path file, LocalIssuer issuer, PortPlan ports, Consumer<String> terminal, boolean watched) {
        this.file = file;
        this.api = new Api(issuer, ports);
        this.terminal = terminal;
        this.watched = watched;
    }

    /** Does what is left to do, which is nothing at most starts. */
    public void join() {
        Progress progress = Progress.load(file, LocalDate.now(ZoneOffset.UTC).toString());
        if (progress.told()) {
            return;
        }
        Community community =
                new CommunityGenerator(CommunityGenerator.SEED, LocalDate.parse(progress.anchor())).generate();
        Joining joining = new Joining(community, api, file, terminal);
        progress = joining.run(progress, watched);
        joining.awaitScored();
        new Story(api, terminal).tell();
        progress.withTold().save(file);
    }
}
