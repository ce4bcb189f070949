package dev.standing.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts messages that were passed over, by topic: {@code standing.dead.letters}. Any thread may count. */
public final class DeadLetters {
    private final Map<String, Counter> byTopic;

    /** Of all topics from the start on, so that the first letter is seen to be one more than none. */
    public DeadLetters(MeterRegistry registry, Collection<String> topics) {
        byTopic = topics.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), topic -> counter(registry, topic)));
    }

    public void count(String topic) {
        Counter counter = byTopic.get(topic);
        if (counter != null) {
            counter.increment();
        }
    }

    private static Counter counter(MeterRegistry registry, String topic) {
        return Counter.builder("standing.dead.letters")
                .description("Messages that could not be read or applied and were passed over")
                .tag("topic", topic)
                .register(registry);
    }
}
