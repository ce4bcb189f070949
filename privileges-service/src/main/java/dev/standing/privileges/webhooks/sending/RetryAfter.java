package dev.standing.privileges.webhooks.sending;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header of that name: seconds, or a date. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    /** How long to wait, a day at most; null where nothing legible is asked. */
    static @Nullable Duration of(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        try {
            Duration wait = !text.isEmpty()
                            && text.length() <= MAX_DIGITS
                            && text.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
            return wait.isNegative() ? null : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
