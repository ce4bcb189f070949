package dev.standing.privileges.notices;

import dev.standing.privileges.decisions.Decisions;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The notice of a loan that was denied, for the partner who asked and for operators. */
@Bounded
@Path("/v1/checks/{id}/notice")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Neither a partner's token nor an operator's")
@APIResponse(responseCode = "503", description = "The database is away")
class NoticeResource {
    private static final String PAGE = "text/html;charset=UTF-8";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
            .build();

    private final Decisions decisions;
    private final Notices notices;
    private final NoticeTemplates templates;

    NoticeResource(Decisions decisions, Notices notices, NoticeTemplates templates) {
        this.decisions = decisions;
        this.notices = notices;
        this.templates = templates;
    }

    @GET
    @Produces({PAGE, TEXT})
    @RolesAllowed({Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "notice",
            summary =
                    "The adverse action notice of a denied loan, as a page to print or as text; for the partner who asked, operators",
            description =
                    "With what Regulation B (12 CFR 1002.9) and section 615 of the Fair Credit Reporting Act ask for: creditor, action,"
                            + " principal reasons, the score used with its range, day and key factors, where to ask, and the right to dispute. Names and"
                            + " addresses are of the document that standing.privileges.notices says.")
    @APIResponse(
            responseCode = "200",
            description = "The notice",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "The check is not kept, or not the caller's to see")
    @APIResponse(responseCode = "406", description = "Neither text/html nor text/plain is accepted")
    @APIResponse(
            responseCode = "409",
            description = "There is no notice: no credit was denied, or the lender is not in that document")
    @APIResponse(responseCode = "422", description = "Not an id of a check")
    public Uni<RestResponse<String>> notice(@PathParam("id") String id, @Context Request request) {
        Variant form = request.selectVariant(FORMS);
        if (form == null) {
            throw new NotAcceptableException();
        }
        boolean isText = form.getMediaType().isCompatible(MediaType.TEXT_PLAIN_TYPE);
        return decisions.decision(id).map(notices::words).map(words -> RestResponse.ResponseBuilder.ok(
                        isText ? templates.text(words) : templates.page(words), form.getMediaType())
                .build());
    }
}
