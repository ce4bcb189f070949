package dev.standing.web.fairuse;

import dev.standing.contracts.identity.Ids;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads a limit of a single partner; another form is refused at start, and not found out at the first call. */
@RegisterForReflection
public final class OwnLimits implements Converter<OwnLimit> {
    private static final long serialVersionUID = 1L;

    /** An id may have colons in it: the last two part. */
    private static final Pattern FORM = Pattern.compile("\\s*(.+):([a-z]+):([0-9]{1,9})\\s*");

    @Override
    public OwnLimit convert(String value) {
        Matcher form = FORM.matcher(value);
        if (form.matches() && Ids.isId(form.group(1)) && Integer.parseInt(form.group(3)) >= 1) {
            Optional<RouteClass> of = Arrays.stream(RouteClass.values())
                    .filter(each -> each.label().equals(form.group(2)))
                    .findFirst();
            if (of.isPresent()) {
                return new OwnLimit(form.group(1), of.get(), Integer.parseInt(form.group(3)));
            }
        }
        throw new IllegalArgumentException(
                "PARTNER:CLASS:CALLS, CLASS one of reads, writes, bulks, CALLS 1 or more a second");
    }
}
