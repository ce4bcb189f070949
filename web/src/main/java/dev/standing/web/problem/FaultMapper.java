package dev.standing.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Our own faults: the caller gets a number to quote, the log gets the trace under it. */
@Provider
public final class FaultMapper implements ExceptionMapper<Exception> {
    private static final Logger LOG = Logger.getLogger(FaultMapper.class);

    @Override
    public Response toResponse(Exception e) {
        String incident = UUID.randomUUID().toString();
        LOG.errorf(e, "request failed, incident %s", incident);
        return Problems.response(
                Problem.of("fault", "Our fault", 500, "Please quote incident " + incident + " when you report it"));
    }
}
