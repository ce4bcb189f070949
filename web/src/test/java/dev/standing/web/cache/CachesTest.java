package dev.standing.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CachesTest {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final List<String> REGISTERED =
            List.of(Caches.class.getAnnotation(RegisterForReflection.class).classNames());

    static Stream<Cache<Object, Object>> everyCombination() {
        return Stream.of(
                Caches.whileAskedFor(KEPT, 10).build(),
                Caches.whileAskedFor(KEPT, 10).build(key -> key),
                Caches.forSoLong(KEPT, 10).build(),
                Caches.untilItsTime(Expiry.writing((key, value) -> KEPT), 10).build(),
                Caches.untilItsTime(Expiry.writing((key, value) -> KEPT), 10)
                        .ticker(() -> 0)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void theClassesThatCaffeineFindsByNameAreRegistered(Cache<Object, Object> cache) throws Exception {
        Object bounded = cache.asMap();

        assertThat(REGISTERED)
                .contains(
                        bounded.getClass().getName(),
                        field(bounded, "nodeFactory").getClass().getName());
    }

    private static Object field(Object of, String name) throws IllegalAccessException {
        for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(of);
                }
            }
        }
        throw new AssertionError(of.getClass() + " has no " + name);
    }
}
