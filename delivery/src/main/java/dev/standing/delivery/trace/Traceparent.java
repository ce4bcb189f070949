package dev.standing.delivery.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The place of a span as text, as W3C Trace Context has it; several, separated by commas, where one thing came of many. Only spans
 * that are sampled have one.
 */
public final class Traceparent {
    public static final String HEADER = "traceparent";

    /** What came of more is linked to the first of them. */
    private static final int MOST = 16;

    private static final String VERSION = "00-";
    private static final String SAMPLED = "-01";
    private static final int SPAN_AT = VERSION.length() + TraceId.getLength() + 1;
    private static final int LENGTH = SPAN_AT + SpanId.getLength() + SAMPLED.length();

    private Traceparent() {}

    /** The span's place, or null where it is not sampled. */
    public static @Nullable String of(SpanContext span) {
        return span.isSampled() ? VERSION + span.getTraceId() + "-" + span.getSpanId() + SAMPLED : null;
    }

    /** What the message's header says, or null without. */
    public static @Nullable String of(ConsumerRecord<?, ?> message) {
        Header header = message.headers().lastHeader(HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
    }

    /** Both, up to a bound. */
    public static String join(String some, String more) {
        return some.length() + more.length() + 1 > MOST * (LENGTH + 1) ? some : some + "," + more;
    }

    /** The places that a text names; what is none is passed over. */
    static List<SpanContext> read(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<SpanContext> places = new ArrayList<>();
        for (String each : text.split(",", MOST)) {
            SpanContext place = one(each);
            if (place.isValid()) {
                places.add(place);
            }
        }
        return places;
    }

    private static SpanContext one(String text) {
        if (text.length() != LENGTH || !text.startsWith(VERSION) || !text.endsWith(SAMPLED)) {
            return SpanContext.getInvalid();
        }
        return SpanContext.createFromRemoteParent(
                text.substring(VERSION.length(), VERSION.length() + TraceId.getLength()),
                text.substring(SPAN_AT, SPAN_AT + SpanId.getLength()),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }
}
