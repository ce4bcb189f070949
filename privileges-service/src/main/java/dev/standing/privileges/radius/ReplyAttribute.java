package dev.standing.privileges.radius;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An attribute in the form that FreeRADIUS' rlm_rest reads.
 *
 * @param doXlat always false: else radiusd would expand what we say as if its own configuration said it
 */
@Schema(name = "ReplyAttribute")
@RegisterForReflection
record ReplyAttribute(
        @Schema(description = "Takes the place of what is there", examples = ":=")
        String op,

        @JsonProperty("do_xlat") @Schema(examples = "false") boolean doXlat,

        @Schema(examples = "[200000000]") List<Object> value) {

    static ReplyAttribute of(Object value) {
        return new ReplyAttribute(":=", false, List.of(value));
    }
}
