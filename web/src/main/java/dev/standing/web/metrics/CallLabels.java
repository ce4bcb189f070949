package dev.standing.web.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Labels of {@code http.server.requests} come from the templates of routes and a fixed set of methods. The platform's own are
 * paths as they were sent wherever a call ends before a route is found: with ids of members in them, and as many as anybody likes.
 */
@Singleton
public final class CallLabels implements HttpServerMetricsTagsContributor, MeterFilter {
    static final String METER = "http.server.requests";
    private static final String OTHER = "OTHER";
    private static final Tag OTHER_URI = Tag.of("uri", OTHER);
    private static final Tags OTHER_URIS = Tags.of(OTHER_URI);
    private static final Tag RESET = Tag.of("status", "RESET");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    /** Where the platform keeps the template of the route that it found. */
    private static final String TEMPLATE = "UrlPathTemplate";

    /** As many as there are routes. */
    private final Map<String, Tags> byTemplate = new ConcurrentHashMap<>();

    @Override
    public Tags contribute(Context context) {
        @Nullable String template = context.requestContextLocalData(TEMPLATE);
        return template == null
                ? OTHER_URIS
                : byTemplate.computeIfAbsent(template, route -> Tags.of("uri", path(route)));
    }

    /** One slash before, none behind, as the platform writes it. */
    private static String path(String template) {
        return ("/" + template).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }

    /** Methods; and paths of calls that were broken off, for which contributors are not asked. */
    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().equals(METER)) {
            return id;
        }
        Meter.Id known = METHODS.contains(id.getTag("method")) ? id : id.replaceTags(with(id, Tag.of("method", OTHER)));
        return RESET.getValue().equals(known.getTag(RESET.getKey()))
                ? known.replaceTags(with(known, OTHER_URI))
                : known;
    }

    private static Tags with(Meter.Id id, Tag tag) {
        return Tags.of(id.getTagsAsIterable()).and(tag);
    }
}
