package dev.standing.scoring.loop;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link DrainIT} compares with: a transaction for each message, over a fiftieth of the backlog. */
@QuarkusTest
@TestProfile(DrainOneByOneIT.OneByOne.class)
class DrainOneByOneIT extends DrainIT {
    private static final int PART = 50;

    /** No batches. */
    public static final class OneByOne implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("standing.scoring.max-batch", "1");
        }
    }

    @Test
    @Override
    void drainsABacklog() {
        drain(Integer.getInteger("drain") / PART);
    }
}
