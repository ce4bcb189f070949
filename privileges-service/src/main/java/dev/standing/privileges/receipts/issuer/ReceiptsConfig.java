package dev.standing.privileges.receipts.issuer;

import dev.standing.web.start.AtLeastOne;
import dev.standing.web.start.SomeTime;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How members prove their standing to whom they choose. */
@ConfigMapping(prefix = "standing.privileges.receipts")
public interface ReceiptsConfig {
    /**
     * Secret. A file with a JWK set of ES256, of which the first key signs and all are published; read anew every minute. Without it no
     * receipts are issued.
     */
    Optional<String> keys();

    /** The address that this service has for everybody, which receipts name as their issuer and for their status. There where keys are. */
    Optional<@WithConverter(IssuerAddress.class) URI> issuer();

    /** The most receipts of a member that hold at a time; ten times as many with those that were revoked before their time. */
    @WithDefault("20")
    @WithConverter(AtLeastOne.class)
    int most();

    /** How long whoever verifies need not ask for a status list again, and may take one that was revoked. */
    @WithDefault("PT5M")
    @WithConverter(SomeTime.class)
    Duration statusFresh();
}
