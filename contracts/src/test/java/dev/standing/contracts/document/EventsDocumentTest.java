package dev.standing.contracts.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.standing.contracts.event.GoldenEvents;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AsyncAPI document says what the code does, and would not pass if it did not. */
class EventsDocumentTest {
    private static final String TIE = "/components/schemas/TieEvent";

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        assertThat(EventsDocument.read().findings()).isEmpty();
    }

    @Test
    void aFieldThatIsMissingTooMuchOfAnotherTypeOrNotRequiredIsFound() throws IOException {
        assertFound("TieEvent", TIE + "/properties", fields -> fields.remove("weight"));
        assertFound("TieEvent", TIE + "/properties", fields -> fields.putObject("mood")
                .put("type", "string"));
        assertFound("TieEvent", TIE + "/properties/weight", weight -> weight.put("type", "integer"));
        assertFound("TieEvent", TIE + "/properties/state", state -> ((ArrayNode) state.get("enum")).remove(1));
        assertFound("TieEvent", TIE, tie -> ((ArrayNode) tie.get("required")).remove(3));
        assertFound("ScoreEvent", "/components/schemas/ScoreReason/properties", fields -> fields.remove("text"));
    }

    @Test
    void aTopicThatIsMissingOrOtherwiseKeptIsFound() throws IOException {
        assertFound("topics", "/channels", channels -> channels.remove("ties"));
        assertFound("messages", "/channels/ties/messages", messages -> messages.remove("tie"));
        assertFound("topics", "/channels/deadLetters/parameters/topic", letters -> ((ArrayNode) letters.get("enum"))
                .remove(0));
        assertFound("topics", "/channels/ties/bindings/kafka", kafka -> kafka.put("partitions", 3));
        assertFound(
                "standing.ties",
                "/channels/ties/bindings/kafka/topicConfiguration",
                config -> config.set("cleanup.policy", config.arrayNode().add("compact")));
    }

    @Test
    void anExampleThatDoesNotFitIsFound() throws IOException {
        assertFound("tie-active", TIE + "/properties/weight", weight -> weight.put("maximum", 0.4));
        assertFound("tie-active", TIE + "/properties/a", member -> member.set("pattern", TextNode.valueOf("^x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"version\":2",
                "\"version\":\"1\"",
                "\"weight\":0",
                "\"weight\":\"0.5\"",
                "\"state\":\"asked\"",
                "\"at\":\"today\""
            })
    void jsonThatIsNoTieDoesNotFit(String field) throws IOException {
        GoldenEvents.Golden tie = GoldenEvents.all().stream()
                .filter(golden -> golden.name().equals("tie-active"))
                .findFirst()
                .orElseThrow();
        String name = field.substring(0, field.indexOf(':') + 1);
        String wrong = tie.json().replaceFirst(name + "(\"[^\"]*\"|[^,}]*)", field);

        assertThat(wrong).isNotEqualTo(tie.json());
        assertThat(EventsDocument.read().misfits(tie.type(), wrong)).isNotEmpty();
    }

    /** Changes a place of the document, and insists that what is found begins with these words. */
    private static void assertFound(String words, String place, Consumer<ObjectNode> change) throws IOException {
        EventsDocument document = EventsDocument.read();
        change.accept((ObjectNode) document.root().at(place));

        List<String> findings = document.findings();

        assertThat(findings).as(place).anySatisfy(finding -> assertThat(finding).startsWith(words + ":"));
    }
}
