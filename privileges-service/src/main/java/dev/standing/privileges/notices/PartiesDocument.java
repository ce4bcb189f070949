package dev.standing.privileges.notices;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is named in notices, as it is written.
 *
 * @param bureau who provides the score: whoever runs this
 */
@RegisterForReflection
record PartiesDocument(Party bureau, List<Creditor> creditors) {

    /**
     * A name with where to ask.
     *
     * @param address in lines, as on an envelope
     */
    record Party(
            String name,
            List<String> address,
            @Nullable String phone,
            @Nullable String web) {}

    /**
     * A partner that lends.
     *
     * @param agency that sees to it that this creditor keeps the law (12 CFR 1002, appendix A)
     */
    record Creditor(String partner, Party is, Party agency) {}
}
