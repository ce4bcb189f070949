package dev.standing.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.identity.PartnerId;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a partner says of a record is its content: sent again otherwise, it is another. */
class SubmissionTest {
    private static final Submission ONE = new Submission(
            new PartnerId("acme"), "r-1", "ada", "purchase", 1_000_000, 1, 5L, "USD", 2L, "5735", "trace-1");
    private static final Submission OTHER = new Submission(
            new PartnerId("beta"), "r-2", "bob", "rent.paid", 2_000_000, 2, 6L, "EUR", 3L, "5942", "trace-2");

    /** What names a record, and what we add to it. */
    private static final Set<String> NO_CONTENT = Set.of("partner", "id", "trace");

    static Stream<RecordComponent> components() {
        return Arrays.stream(Submission.class.getRecordComponents());
    }

    @ParameterizedTest
    @MethodSource("components")
    void theHashTellsEachFieldThatIsContentAndNoOther(RecordComponent component) throws ReflectiveOperationException {
        boolean differs = with(component).contentHash() != ONE.contentHash();

        assertThat(differs).isEqualTo(!NO_CONTENT.contains(component.getName()));
    }

    /** It stands in ledgers: another hash would make a conflict of everything that is sent again. */
    @Test
    void theHashStaysWhatItIs() {
        Submission least = new Submission(
                new PartnerId("acme"), "r-1", "ada", "purchase", 1_000_000, 0, null, null, null, null, null);

        assertThat(ONE.contentHash()).isEqualTo(-1996911605994052383L);
        assertThat(least.contentHash()).isEqualTo(2551669733236166980L);
    }

    private static Submission with(RecordComponent changed) throws ReflectiveOperationException {
        RecordComponent[] components = Submission.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] =
                    components[i].getAccessor().invoke(components[i].getName().equals(changed.getName()) ? OTHER : ONE);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return Submission.class.getDeclaredConstructor(types).newInstance(values);
    }
}
