package dev.standing.web.start;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.config.spi.Converter;

/** A setting that counts what there must be one of: nought, or less, is refused at start and not found out later. */
@RegisterForReflection
public final class AtLeastOne implements Converter<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer convert(String value) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(allowed(), e);
        }
        throw new IllegalArgumentException(allowed());
    }

    private static String allowed() {
        return "a whole number from 1 to " + Integer.MAX_VALUE;
    }
}
