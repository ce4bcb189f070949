package dev.standing.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** No service starts that would say no without a word of why. */
@Singleton
final class ProblemProof {
    private static final String WRITTEN = """
            {"type":"urn:standing:problem:invalid","title":"t","status":422,"detail":"a is 'v'; allowed: w",\
            "violations":[{"field":"a","value":"v","allowed":"w"}]}""";

    /** @throws IllegalStateException naming the type that is not in order */
    void start(@Observes StartupEvent event, ObjectMapper mapper) throws JsonProcessingException {
        Problem problem = Problem.of("invalid", "t", 422, List.of(new Violation("a", "v", "w")));
        String written = mapper.writeValueAsString(problem);
        if (!written.equals(WRITTEN)) {
            throw new IllegalStateException(Problem.class.getName() + ": is written as " + written);
        }
    }
}
