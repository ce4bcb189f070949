package dev.standing.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A process that is asked to end answers what is there. */
@ResourceLock(Suites.MORTAL)
class DrainIT {
    private static final int BEFORE = 500;
    private static final int AFTER = 500;

    private final Suite suite = Suites.mortal();
    private final Standing standing = new Standing(suite);

    @Test
    void aStreamThatIsOpenWhenTheProcessIsAskedToEndIsAnsweredToItsLastLine() {
        String member = "drain-" + System.nanoTime();
        standing.join(member, "drain-shop");
        List<String> answers = new CopyOnWriteArrayList<>();
        Stream<String> lines =
                Stream.concat(lines(member, 0, BEFORE), Stream.of(1).flatMap(once -> {
                    Await.until("the first answers", Standing.SOON, answers::size, size -> size > 0);
                    suite.terminate("ingest-service");
                    Await.pause(Duration.ofMillis(500));
                    return lines(member, BEFORE, BEFORE + AFTER);
                }));

        int status = standing.as(Who.partner("drain-shop")).stream(Service.INGEST, "/v1/records/stream")
                .send(lines.iterator(), answers::add);

        assertThat(status).isEqualTo(200);
        assertThat(answers).hasSize(BEFORE + AFTER).allMatch(answer -> answer.contains("accepted"));
        suite.awaitReady();
    }

    private static Stream<String> lines(String member, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> Json.lines(Behaviour.paid(member + "-" + n, member, "payment.on-time", 1, 100))
                        .strip());
    }
}
