package dev.standing.delivery.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes the spans of a record's way. They say where time went and nothing of whom it is about: no ids, no kinds, no amounts. Does
 * next to nothing while tracing is off. May be used from any thread.
 */
@Singleton
public class Traces {
    private final Tracer tracer;

    /**
     * Of the platform's telemetry. While tracing is off there are no spans of ours, and where what others trace stands is carried on as it is.
     *
     * @param off whether tracing is: an SDK that is disabled makes spans all the same, samples all of them and tells nobody
     */
    public Traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        tracer = (off ? OpenTelemetry.noop() : telemetry).getTracer("dev.standing");
    }

    /** A trace that begins here; whoever called decides nothing of whether it is sampled. */
    public Span begin(String name) {
        return tracer.spanBuilder(name)
                .setSpanKind(SpanKind.SERVER)
                .setNoParent()
                .startSpan();
    }

    /**
     * Work that many things share, of which some are traced: a span for each of those, below where it came from, linked to the span of
     * the shared work, which is in the trace of the first.
     *
     * @param from where each thing's trace stands, null where it has none
     */
    public SharedWork share(String name, SpanKind kind, List<@Nullable String> from) {
        return from.stream()
                .filter(Objects::nonNull)
                .flatMap(text -> Traceparent.read(text).stream())
                .findFirst()
                .map(first -> SharedWork.begin(
                        tracer,
                        name,
                        kind,
                        from,
                        tracer.spanBuilder(name + " batch")
                                .setParent(Context.root().with(Span.wrap(first)))
                                .setAttribute("messaging.batch.message_count", from.size())
                                .startSpan()))
                .orElse(SharedWork.UNTRACED);
    }
}
