package dev.standing.acceptance.consent;

import static dev.standing.stack.Service.INGEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.contracts.policy.SpecialCategories;
import dev.standing.stack.http.Answer;
import dev.standing.stack.http.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Purchases that reveal what Standing does not want to know are refused, counted, and leave no trace. */
@ResourceLock(Suites.SHARED)
class RefusedCategoriesIT {
    private final Standing standing = new Standing(Suites.shared());

    @Test
    void every_refused_category_is_answered_422_and_counted_and_leaves_no_trace_on_disk() {
        List<String> categories = SpecialCategories.refusedMerchantCategories().stream()
                .flatMap(range -> IntStream.rangeClosed(Integer.parseInt(range.from()), Integer.parseInt(range.to()))
                        .mapToObj("%04d"::formatted))
                .toList();
        assertThat(categories).contains("8651", "8661", "5912", "8000", "8011", "8062", "8099");
        String mark = Long.toString(System.nanoTime(), 36);
        String member = "refused-" + mark;
        String partner = "refused-shop-" + mark;
        standing.join(member, partner);

        // Given one purchase that is fine, so that a search of the disk is seen to find what is there
        standing.send(partner, Behaviour.purchase("fine-" + mark, member, 1, 100, "5411"));

        // When purchases of every refused category are sent
        List<Object> batch = new ArrayList<>();
        for (String category : categories) {
            Behaviour purchase = Behaviour.purchase("trace" + mark + "x" + category, member, 1, 100, category);
            Answer answer = standing.as(Who.partner(partner)).post(INGEST, "/v1/records", purchase);
            assertThat(answer.status())
                    .as("category %s: %s", category, answer.body())
                    .isEqualTo(422);
            assertThat(answer.json().path("violations").path(0).path("field").asText())
                    .isEqualTo("merchantCategory");
            assertThat(standing.stateOf(partner, purchase.id())).isEqualTo("unknown");
            batch.add(purchase);
        }
        standing.as(Who.partner(partner))
                .post(INGEST, "/v1/records/batch", batch)
                .expect(200)
                .json()
                .forEach(outcome -> assertThat(outcome.path("state").asText())
                        .as("%s", outcome)
                        .isEqualTo("refused"));

        // Then they are counted for the partner
        assertThat(new Metrics(standing.suite(), INGEST)
                        .sum("standing_ingest_records_refused_total", "partner=\"" + partner + "\""))
                .isEqualTo(2.0 * categories.size());
        // and nothing of them is anywhere
        standing.awaitScored(partner, "fine-" + mark);
        assertThat(Traces.of("fine-" + mark, standing.suite().home())).isNotEmpty();
        assertThat(Traces.of("trace" + mark, standing.suite().home())).isEmpty();
        assertThat(standing.suite().said()).doesNotContain("trace" + mark);
    }
}
