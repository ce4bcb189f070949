package dev.standing.local.sample;

import dev.standing.local.sample.community.Community;
import dev.standing.local.sample.community.CommunityGenerator;
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

    /** Whether nothing is left to do, which is so at most starts. */
    public boolean isDone() {
        return load().told();
    }

    /** Sends what has not been taken yet. */
    public void join() {
        joining().run(load(), watched);
    }

    /** Waits until all of it counts. */
    public void awaitScored() {
        joining().awaitScored();
    }

    public void tellStory() {
        new Story(api, terminal).tell();
        load().withTold().save(file);
    }

    private Joining joining() {
        LocalDate anchor = LocalDate.parse(load().anchor());
        Community community = new CommunityGenerator(CommunityGenerator.SEED, anchor).generate();
        return new Joining(community, api, file, terminal);
    }

    private Progress load() {
        return Progress.load(file, LocalDate.now(ZoneOffset.UTC).toString());
    }
}
