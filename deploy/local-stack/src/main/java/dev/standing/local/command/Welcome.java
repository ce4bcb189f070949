package dev.standing.local.command;

import dev.standing.local.stack.PortPlan;
import java.util.List;

/** What somebody needs who sees the suite run for the first time. */
final class Welcome {

    private Welcome() {}

    /** {@code home} is what to add to a command line for this home, or empty. */
    static List<String> lines(PortPlan ports, String home) {
        String token = "$(./standing token%s ".formatted(home);
        return """

                  ingest      http://localhost:%1$d   OpenAPI: http://localhost:%1$d/q/openapi
                  scoring     http://localhost:%2$d   OpenAPI: http://localhost:%2$d/q/openapi
                  privileges  http://localhost:%3$d   OpenAPI: http://localhost:%3$d/q/openapi

                Every call wants a token, from another terminal in this folder:
                  ./standing token%4$s operator      (or: analyst, member m-1, partner acme)

                Try, for instance:
                  curl -H "Authorization: Bearer %5$soperator)" \\
                    http://localhost:%2$d/v1/members/m-1/score
                  curl -H "Authorization: Bearer %5$smember m-1)" \\
                    http://localhost:%2$d/v1/members/m-1/score/explanation
                  curl -H "Authorization: Bearer %5$sanalyst)" \\
                    http://localhost:%3$d/v1/perks
                """.formatted(ports.ingest(), ports.scoring(), ports.privileges(), home, token)
                .lines()
                .toList();
    }
}
