package dev.standing.contracts.event;

import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * An example of each form of each event, to the letter as it is on the wire. Both ends' tests read them, and every process proves
 * by them at start that it can tell and hear: one whose executable lacks a type would otherwise tell empty events and look well.
 */
@RegisterResources(globs = "golden/*.json")
public final class GoldenEvents {

    /**
     * An example.
     *
     * @param name of the file, without its ending
     */
    public record Golden(String name, Class<? extends Event> type) {
        /** The JSON, without a line break at the end. */
        public String json() {
            String file = "/golden/" + name + ".json";
            try (InputStream stream = Objects.requireNonNull(GoldenEvents.class.getResourceAsStream(file), file)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final List<Golden> ALL = List.of(
            new Golden("record-accepted", RecordEvent.class),
            new Golden("record-retracted", RecordEvent.class),
            new Golden("consent-records", ConsentEvent.class),
            new Golden("consent-social", ConsentEvent.class),
            new Golden("tie-active", TieEvent.class),
            new Golden("tie-severed", TieEvent.class),
            new Golden("dispute-open", DisputeEvent.class),
            new Golden("dispute-upheld", DisputeEvent.class),
            new Golden("dispute-rejected", DisputeEvent.class),
            new Golden("partner", PartnerEvent.class),
            new Golden("watermark", WatermarkEvent.class),
            new Golden("score", ScoreEvent.class),
            new Golden("score-without-first-record", ScoreEvent.class),
            new Golden("score-with-reasons", ScoreEvent.class),
            new Golden("progress", ProgressEvent.class),
            new Golden("privilege", PrivilegeEvent.class),
            new Golden("dead-letter", DeadLetter.class));

    private GoldenEvents() {}

    public static List<Golden> all() {
        return ALL;
    }

    /**
     * Reads each and writes it back.
     *
     * @throws IllegalStateException naming the first type that does not come back to the letter
     */
    public static void prove() {
        ALL.forEach(GoldenEvents::prove);
    }

    static void prove(Golden golden) {
        String name = golden.type().getName() + ", example " + golden.name();
        String json;
        String back;
        try {
            json = golden.json();
            Event event = EventJson.read(json.getBytes(StandardCharsets.UTF_8), golden.type());
            back = new String(EventJson.write(event), StandardCharsets.UTF_8);
        } catch (UnreadableEvent | RuntimeException e) {
            throw new IllegalStateException(name + ": cannot be read and written", e);
        }
        if (!back.equals(json)) {
            throw new IllegalStateException(name + ": is written as " + back);
        }
    }
}
