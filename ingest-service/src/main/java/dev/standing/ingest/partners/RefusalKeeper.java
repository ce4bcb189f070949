package dev.standing.ingest.partners;

import dev.standing.ingest.admission.RefusalCount;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps refusals, one group at a time. A write goes on when whoever waited for it gives up: a database that hangs may carry it out yet, so
 * only one that has failed is given back and written again, and what is refused meanwhile waits. Thread-safe.
 */
final class RefusalKeeper {
    private final Supplier<List<RefusalCount>> take;
    private final Consumer<List<RefusalCount>> giveBack;
    private final Function<Collection<RefusalCount>, Uni<Void>> write;
    private @Nullable Uni<Void> underWay;

    RefusalKeeper(
            Supplier<List<RefusalCount>> take,
            Consumer<List<RefusalCount>> giveBack,
            Function<Collection<RefusalCount>, Uni<Void>> write) {
        this.take = take;
        this.giveBack = giveBack;
        this.write = write;
    }

    /** Ends with the write that is under way or, where none is, with that of all that waits. */
    synchronized Uni<Void> keep() {
        if (underWay != null) {
            return underWay;
        }
        List<RefusalCount> taken = take.get();
        if (taken.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> begun = write.apply(taken)
                .onFailure()
                .invoke(() -> giveBack.accept(taken))
                .onItemOrFailure()
                .invoke((kept, failure) -> ended())
                .memoize()
                .indefinitely();
        underWay = begun;
        // For itself: were the caller the only one to wait, giving up would be taken for the end.
        var _ = begun.subscribe().with(kept -> {}, failure -> {});
        return begun;
    }

    private synchronized void ended() {
        underWay = null;
    }
}
