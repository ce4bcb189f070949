package dev.standing.web.start;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.spi.Converter;

/** A setting that is a time to wait or to bear: none, or less, is refused at start and not found out later. */
@RegisterForReflection
public final class SomeTime implements Converter<Duration> {
    private static final long serialVersionUID = 1L;
    private static final String ALLOWED = "a time above 0, as 500ms, 10s, 5m or PT1M30S";

    @Override
    public Duration convert(String value) {
        try {
            Duration time = DurationConverter.parseDuration(value);
            if (time != null && time.isPositive()) {
                return time;
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(ALLOWED, e);
        }
        throw new IllegalArgumentException(ALLOWED);
    }
}
