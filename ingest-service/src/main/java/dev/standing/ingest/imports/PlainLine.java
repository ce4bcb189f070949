package dev.standing.ingest.imports;

import static dev.standing.contracts.json.PlainJson.once;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.standing.contracts.json.PlainJson;
import dev.standing.contracts.json.PlainJson.NotPlain;
import dev.standing.contracts.json.Utf8Only;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lines of imports that are {@link PlainJson plain}, as nearly all are. */
final class PlainLine {
    /** Of a number: what the mapper takes too. */
    private static final int MAX_NUMBER_LENGTH = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .inputDecorator(new Utf8Only())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private PlainLine() {}

    /** What a reader makes of lines of its sort. */
    @FunctionalInterface
    interface Reader<L> {
        /** The line, or null where it is not plain. */
        @Nullable
        L read(byte[] bytes, int from, int length);
    }

    static @Nullable MemberLine member(byte[] bytes, int from, int length) {
        return PlainJson.read(FACTORY, bytes, from, length, PlainLine::member);
    }

    static @Nullable TieLine tie(byte[] bytes, int from, int length) {
        return PlainJson.read(FACTORY, bytes, from, length, PlainLine::tie);
    }

    private static MemberLine member(PlainJson json) throws IOException {
        String member = null;
        List<@Nullable String> recordConsents = null;
        Boolean social = null;
        String evidence = null;
        for (String name = json.nextField(); name != null; name = json.nextField()) {
            switch (name) {
                case "member" -> member = once(member, json.text());
                case "recordConsents" -> recordConsents = once(recordConsents, json.texts());
                case "social" -> social = once(social, json.flag());
                case "evidence" -> evidence = once(evidence, json.text());
                default -> throw new NotPlain();
            }
        }
        return new MemberLine(member, recordConsents, social, evidence);
    }

    private static TieLine tie(PlainJson json) throws IOException {
        String a = null;
        String b = null;
        Double weight = null;
        String evidence = null;
        for (String name = json.nextField(); name != null; name = json.nextField()) {
            switch (name) {
                case "a" -> a = once(a, json.text());
                case "b" -> b = once(b, json.text());
                case "weight" -> weight = once(weight, json.number());
                case "evidence" -> evidence = once(evidence, json.text());
                default -> throw new NotPlain();
            }
        }
        return new TieLine(a, b, weight, evidence);
    }
}
