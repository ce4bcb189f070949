package dev.standing.delivery.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of work under way that many things share. Work that fails is not ended, and so not told of: it will be done again. */
public final class SharedWork {
    static final SharedWork UNTRACED = new SharedWork(Span.getInvalid(), Map.of());

    private final Span batch;
    private final Map<Integer, Span> spans;

    private SharedWork(Span batch, Map<Integer, Span> spans) {
        this.batch = batch;
        this.spans = spans;
    }

    static SharedWork begin(Tracer tracer, String name, SpanKind kind, List<@Nullable String> from, Span batch) {
        Map<Integer, Span> spans = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            List<SpanContext> places = Traceparent.read(from.get(i));
            if (!places.isEmpty()) {
                SpanBuilder span = tracer.spanBuilder(name)
                        .setSpanKind(kind)
                        .setParent(Context.root().with(Span.wrap(places.getFirst())))
                        .addLink(batch.getSpanContext());
                places.stream().skip(1).forEach(span::addLink);
                spans.put(i, span.startSpan());
            }
        }
        return new SharedWork(batch, spans);
    }

    /** Where the trace of that thing stands now, to be carried on; null where it has none. */
    public @Nullable String trace(int index) {
        Span span = spans.get(index);
        return span == null ? null : Traceparent.of(span.getSpanContext());
    }

    public void end() {
        spans.values().forEach(Span::end);
        batch.end();
    }
}
