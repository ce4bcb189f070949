package dev.standing.ingest.admission;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.contracts.json.Utf8Only;
import dev.standing.web.json.Sent;
import dev.standing.web.problem.JsonProblems;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as partners send them, one or many, and judges each. It reads tokens instead of binding objects: a
 * stream of records costs little more than the reading, and every field can be found wrong at once. Thread-safe.
 */
public final class RecordReader {
    public static final int MAX_BATCH = 1_000;

    private static final int MAX_DEPTH = 16;
    private static final int MAX_STRING_LENGTH = 10_000;
    private static final int MAX_NUMBER_LENGTH = 40;

    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .inputDecorator(new Utf8Only())
            .disable(JsonFactory.Feature.CHARSET_DETECTION) // UTF-8 is what the contract says
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();
    private final RecordGuard guard;

    public RecordReader(BehaviourCatalogue catalogue, Clock clock) {
        guard = new RecordGuard(catalogue, clock);
    }

    /** Reads one record; whatever is wrong with it, down to broken JSON, is a refusal. */
    public Reading one(PartnerId partner, byte[] bytes, int from, int length) {
        try (JsonParser parser = json.createParser(bytes, from, length)) {
            Reading reading = record(partner, parser, parser.nextToken());
            requireEnd(parser);
            return reading;
        } catch (ProblemException e) {
            return malformed(e);
        } catch (JacksonException e) {
            return malformed(JsonProblems.of(e));
        } catch (IOException e) {
            return malformed(ProblemException.malformed("The text is not UTF-8"));
        }
    }

    /**
     * Reads an array of records.
     *
     * @throws ProblemException where it is no JSON array, or one of more than {@link #MAX_BATCH}
     */
    public List<Reading> many(PartnerId partner, byte[] bytes) {
        List<Reading> readings = new ArrayList<>();
        try (JsonParser parser = json.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw notAnArray(parser.currentToken());
            }
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (readings.size() == MAX_BATCH) {
                    throw ProblemException.invalid(new Violation(
                            "", "an array of more than " + MAX_BATCH, "at most " + MAX_BATCH + " records"));
                }
                readings.add(record(partner, parser, token));
            }
            requireEnd(parser);
        } catch (JacksonException e) {
            throw JsonProblems.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return readings;
    }

    private Reading record(PartnerId partner, JsonParser parser, @Nullable JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            return guard.judge(partner, Draft.read(parser));
        }
        if (token == null) {
            // Nothing is as if {} had been sent, as it is for every other body.
            return guard.judge(partner, new Draft());
        }
        String sent = Sent.value(parser);
        parser.skipChildren();
        return new Reading.Refused(
                null,
                RefusalReason.MALFORMED,
                ProblemException.invalid(new Violation("", sent, "an object")).problem());
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        if (parser.currentToken() != null && parser.nextToken() != null) {
            throw ProblemException.malformed("There is more after the end of the JSON");
        }
    }

    private static ProblemException notAnArray(@Nullable JsonToken token) {
        return ProblemException.invalid(
                new Violation("", token == null ? null : "another form", "an array of records"));
    }

    private static Reading malformed(ProblemException problem) {
        return new Reading.Refused(null, RefusalReason.MALFORMED, problem.problem());
    }
}
