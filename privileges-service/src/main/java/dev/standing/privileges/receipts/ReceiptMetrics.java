package dev.standing.privileges.receipts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What a dashboard wants to know of receipts. */
@Singleton
class ReceiptMetrics {
    private final Counter issued;
    private final Counter revoked;

    ReceiptMetrics(MeterRegistry registry) {
        issued = counter(registry, "standing.privileges.receipts.issued", "Receipts that members asked for and got");
        revoked = counter(
                registry,
                "standing.privileges.receipts.revoked",
                "Receipts that were revoked before their time, by members or for a withdrawal");
    }

    void issued() {
        issued.increment();
    }

    void revoked(int receipts) {
        revoked.increment(receipts);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
