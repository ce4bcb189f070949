package dev.standing.privileges.webhooks.sending;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks for the addresses of a name. */
@FunctionalInterface
public interface Names {
    /** All addresses, one at least; fails where the name is not known. */
    Uni<List<InetAddress>> resolve(String host);

    /** As the machine is set up to ask. */
    static Names ofTheMachine() {
        return host -> Uni.createFrom()
                .item(() -> {
                    try {
                        return List.of(InetAddress.getAllByName(host));
                    } catch (UnknownHostException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
