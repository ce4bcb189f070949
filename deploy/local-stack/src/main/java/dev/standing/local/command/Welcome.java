package dev.standing.local.command;

import dev.standing.local.stack.PortPlan;
import dev.standing.stack.ManagementPort;
import java.util.List;

/** What somebody needs who sees the suite run for the first time. */
final class Welcome {

    private Welcome() {}

    static List<String> addresses(PortPlan ports) {
        return """

                  ingest      http://localhost:%1$d   API: http://localhost:%1$d/q/swagger-ui
                  scoring     http://localhost:%2$d   API: http://localhost:%2$d/q/swagger-ui
                  privileges  http://localhost:%3$d   API: http://localhost:%3$d/q/swagger-ui
                  metrics     http://localhost:%4$d/q/metrics, and the same at %5$d and %6$d
                              (./standing status says in one screen how all are doing)
                """.formatted(
                ports.ingest(),
                ports.scoring(),
                ports.privileges(),
                ManagementPort.of(ports.ingest()),
                ManagementPort.of(ports.scoring()),
                ManagementPort.of(ports.privileges())).lines().toList();
    }

    /** {@code home} is what to add to a command line for this home, or empty. */
    static List<String> firstSteps(PortPlan ports, String home) {
        return """

                Every call wants a token. In another terminal, in this folder:
                  ./standing token%4$s operator
                  (or: analyst, member m-1, partner acme)

                Try, for instance:
                  curl -H "Authorization: Bearer $(./standing token%4$s member m-1)" \\
                    http://localhost:%2$d/v1/members/m-1/score
                  curl -H "Authorization: Bearer $(./standing token%4$s member m-1)" \\
                    http://localhost:%3$d/v1/members/m-1/privileges
                  curl -H "Authorization: Bearer $(./standing token%4$s analyst)" \\
                    http://localhost:%2$d/v1/scorecards/community/versions/1

                Ctrl-C ends it all; the data stays.
                """.formatted(ports.ingest(), ports.scoring(), ports.privileges(), home)
                .lines()
                .toList();
    }
}
