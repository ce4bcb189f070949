package dev.standing.privileges.receipts;

import dev.standing.privileges.receipts.status.StatusLists;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;

/** Finds bits in status lists, at random, so that none tells whose receipt it is or when it was issued. */
@Singleton
class Places {
    /** Where all of these are taken a list is about three quarters full, and the next is begun. */
    private static final int TRIES = 8;

    private final ReceiptRepository repository;
    private final SecureRandom random = new SecureRandom();

    Places(ReceiptRepository repository) {
        this.repository = repository;
    }

    record Place(int list, int place) {}

    /** One that is free, while nobody else issues. */
    Uni<Place> free() {
        return repository.lastList().chain(list -> {
            List<Integer> drawn =
                    random.ints(TRIES, 0, StatusLists.SIZE).boxed().toList();
            return repository.taken(list, drawn).map(taken -> drawn.stream()
                    .filter(place -> !taken.contains(place))
                    .findFirst()
                    .map(place -> new Place(list, place))
                    .orElseGet(() -> new Place(list + 1, drawn.getFirst())));
        });
    }
}
