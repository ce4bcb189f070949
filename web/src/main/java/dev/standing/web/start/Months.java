package dev.standing.web.start;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.config.spi.Converter;

/** How long something is kept, in months: less than one, or more than ten years of them, is refused at start. */
@RegisterForReflection
public final class Months implements Converter<Integer> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 120;

    @Override
    public Integer convert(String value) {
        try {
            int months = Integer.parseInt(value.strip());
            if (months >= 1 && months <= MOST) {
                return months;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(allowed(), e);
        }
        throw new IllegalArgumentException(allowed());
    }

    private static String allowed() {
        return "a whole number of months from 1 to " + MOST;
    }
}
