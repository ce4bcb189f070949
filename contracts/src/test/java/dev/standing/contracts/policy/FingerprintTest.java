package dev.standing.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final String DOCUMENT = """
            # As it was first written.
            name: ladder
            steps:
              - {points: 5, share: 0.05, title: "First, last"}
              - {points: 10, share: 1.5, title: Second}
            """;

    @Test
    void layoutCommentsQuotesAndTheOrderOfFieldsDoNotCount() {
        String again = """
                steps: [{title: 'First, last', share: 0.050, points: 5},

                  {title: "Second", share: 1.50, points: 10.0}]   # the same
                name: ladder
                """;

        assertThat(of(again)).isEqualTo(of(DOCUMENT));
    }

    @Test
    void whateverElseIsChangedCounts() {
        String[][] changes = {
            {"points: 5", "points: 6"},
            {"0.05", "0.06"},
            {"title: Second", "title: second"},
            {"title: Second", "name: Second"},
            {"points: 10", "points: \"10\""},
            {"title: Second}", "title: Second, off: off}"},
            {"First, last", "First,last"}
        };
        for (String[] change : changes) {
            assertThat(DOCUMENT).contains(change[0]);
            assertThat(of(DOCUMENT.replace(change[0], change[1]))).as(change[1]).isNotEqualTo(of(DOCUMENT));
        }
        assertThat(of("steps: [1, 2]")).as("the order of items").isNotEqualTo(of("steps: [2, 1]"));
        assertThat(of("[[1], 2]")).isNotEqualTo(of("[[1, 2]]"));
    }

    @Test
    void theFormIsTheSameForEver() {
        assertThat(of(DOCUMENT)).isEqualTo("eb898510518b274a4a4c1e89ac700641379a0975177c7921f7cb4ab7ba957ff3");
    }

    private static String of(String yaml) {
        return Fingerprint.of(YamlReader.read("ladder.yaml", yaml).root());
    }
}
