package dev.standing.privileges.receipts.issuer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.eclipse.microprofile.config.spi.Converter;

/** A setting that is an address which paths can be added to: anything else is refused at start. */
@RegisterForReflection
public final class IssuerAddress implements Converter<URI> {
    private static final long serialVersionUID = 1L;
    private static final String ALLOWED = "an address as https://privileges.standing.example.org";

    @Override
    public URI convert(String value) {
        try {
            URI address = new URI(value.strip().replaceFirst("/+$", ""));
            if (Set.of("https", "http").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(ALLOWED, e);
        }
        throw new IllegalArgumentException(ALLOWED);
    }
}
