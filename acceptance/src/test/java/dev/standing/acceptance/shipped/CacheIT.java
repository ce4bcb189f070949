package dev.standing.acceptance.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Service;
import dev.standing.stack.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The local stack makes use of what was rehearsed. */
@ResourceLock(Suites.SHARED)
@DisabledIfEnvironmentVariable(named = "STANDING_NATIVE", matches = "true", disabledReason = "It looks at JVMs")
class CacheIT {
    /** The JVM says of a cache that it cannot use that it cannot, and goes on without that and without its own. */
    @ParameterizedTest
    @EnumSource
    void a_service_of_the_local_stack_takes_up_what_was_rehearsed(Service service) throws IOException {
        StackFile.Entry running = Suites.shared().stack().process(service.key() + "-service");

        assertThat(ProcessHandle.of(running.pid())
                        .orElseThrow()
                        .info()
                        .arguments()
                        .orElseThrow())
                .anyMatch(word -> word.startsWith("-XX:AOTCache="));
        assertThat(Files.readString(Path.of(running.log()))).doesNotContain("[aot]");
    }
}
