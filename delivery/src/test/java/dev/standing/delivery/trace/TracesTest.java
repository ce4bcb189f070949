package dev.standing.delivery.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracesTest {
    private final List<SpanData> told = new ArrayList<>();
    private final Traces traces = new Traces(
            OpenTelemetrySdk.builder()
                    .setTracerProvider(SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(new ToldSpans()))
                            .build())
                    .build(),
            false);

    @Test
    void eachGoesOnInItsOwnTraceAndIsLinkedToWhatAllShare() {
        String one = begun();
        String other = begun();

        SharedWork work = traces.share("publish", SpanKind.PRODUCER, Arrays.asList(one, null, other));
        assertThat(work.trace(0)).startsWith(one.substring(0, 35)).isNotEqualTo(one);
        assertThat(work.trace(1)).isNull();
        work.end();

        SpanData batch = named("publish batch").getFirst();
        assertThat(named("publish"))
                .hasSize(2)
                .allSatisfy(span ->
                        assertThat(span.getLinks().getFirst().getSpanContext()).isEqualTo(batch.getSpanContext()))
                .extracting(SpanData::getTraceId)
                .containsExactlyInAnyOrder(one.substring(3, 35), other.substring(3, 35));
    }

    @Test
    void whatCameOfSeveralIsBelowTheFirstAndLinkedToTheOthers() {
        String one = begun();
        String other = begun();

        traces.share("publish", SpanKind.PRODUCER, List.of(Traceparent.join(one, other)))
                .end();

        SpanData span = named("publish").getFirst();
        assertThat(span.getParentSpanContext()).isEqualTo(Traceparent.read(one).getFirst());
        assertThat(span.getLinks())
                .extracting(link -> link.getSpanContext())
                .contains(Traceparent.read(other).getFirst());
    }

    @Test
    void whatIsNoPlaceIsPassedOver() {
        assertThat(Traceparent.read(null)).isEmpty();
        assertThat(Traceparent.read("")).isEmpty();
        assertThat(Traceparent.read("00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-01"))
                .isEmpty();
        assertThat(Traceparent.read("anything, whatever")).isEmpty();
    }

    @Test
    void whatCameOfVeryManyIsBounded() {
        String all = begun();
        for (int i = 0; i < 1_000; i++) {
            all = Traceparent.join(all, begun());
        }

        assertThat(all).hasSizeLessThan(1_000);
        assertThat(Traceparent.read(all)).hasSizeBetween(10, 16);
    }

    @Test
    void whileTracingIsOffNothingHasAPlace() {
        Traces off = new Traces(OpenTelemetrySdk.builder().build(), true);

        assertThat(Traceparent.of(off.begin("accept").getSpanContext())).isNull();
        assertThat(off.share("publish", SpanKind.PRODUCER, Arrays.asList(null, null)))
                .isSameAs(SharedWork.UNTRACED);
    }

    @Test
    void whereTracingIsOffWhatOthersTraceIsCarriedOn() {
        Traces off = new Traces(OpenTelemetrySdk.builder().build(), true);
        String one = begun();

        SharedWork work = off.share("publish", SpanKind.PRODUCER, Arrays.asList(one, null));

        assertThat(work.trace(0)).isEqualTo(one);
        assertThat(work.trace(1)).isNull();
    }

    private String begun() {
        Span span = traces.begin("accept");
        span.end();
        return String.valueOf(Traceparent.of(span.getSpanContext()));
    }

    private List<SpanData> named(String name) {
        return told.stream().filter(span -> span.getName().equals(name)).toList();
    }

    private final class ToldSpans implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            told.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
