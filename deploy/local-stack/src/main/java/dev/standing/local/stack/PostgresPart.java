package dev.standing.local.stack;

import dev.standing.local.postgres.Postgres;
import dev.standing.local.postgres.Role;
import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import java.time.Duration;
import java.util.List;

/** PostgreSQL with its database, roles and schemas. */
record PostgresPart(Postgres.Settings settings, List<Role> roles) implements Part {

    /** Crash recovery of a busy server replays its log first. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    PostgresPart {
        roles = List.copyOf(roles);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public ChildProcess start(Guard guard) {
        Postgres postgres = new Postgres(settings);
        postgres.initialize();
        return postgres.start(guard);
    }

    @Override
    public void awaitReady(ChildProcess process) {
        new Postgres(settings).provision(roles, process, PATIENCE);
    }
}
