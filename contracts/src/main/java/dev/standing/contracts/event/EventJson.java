package dev.standing.contracts.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.standing.contracts.json.Utf8Only;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events to JSON bytes and back. Fields unknown to a reader are passed over, so that a field can be added without a new
 * version; a field that is missing, and a version that is not known, are refused. Thread-safe.
 */
public final class EventJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().inputDecorator(new Utf8Only()).build())
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The accessors of what must be there, found once a type. */
    private static final ClassValue<Method[]> REQUIRED = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !component.getType().isPrimitive())
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
        }
    };

    private EventJson() {}

    public static byte[] write(Event event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event could not be written: " + event.getClass(), e);
        }
    }

    /**
     * Reads one event.
     *
     * @throws UnreadableEvent where it is absent, not JSON, of an unknown version, or not an event of this type
     */
    public static <E extends Event> E read(byte @Nullable [] json, Class<E> type) throws UnreadableEvent {
        if (json == null) {
            throw new UnreadableEvent("no content");
        }
        RecordEvent plain = type == RecordEvent.class ? PlainRecord.read(json) : null;
        return plain == null ? map(json, type) : type.cast(plain);
    }

    /** The same of whatever form. */
    static <E extends Event> E map(byte[] json, Class<E> type) throws UnreadableEvent {
        try {
            E event = MAPPER.readerFor(type).readValue(json);
            if (event == null) {
                throw new UnreadableEvent("no content");
            }
            requireVersion(event.version());
            requireComplete(event);
            return event;
        } catch (JsonMappingException e) {
            throw misfit(json, e);
        } catch (IOException e) {
            throw new UnreadableEvent("not JSON");
        }
    }

    /** An event of another version may well have another shape: the version is the better reason. */
    private static UnreadableEvent misfit(byte[] json, JsonMappingException e) {
        try {
            requireVersion(MAPPER.readTree(json).path("version").asInt(0));
        } catch (UnreadableEvent unknownVersion) {
            return unknownVersion;
        } catch (IOException broken) {
            return new UnreadableEvent("not JSON");
        }
        if (e.getCause() instanceof Bounds.OutOfBounds bounds) {
            return new UnreadableEvent(String.valueOf(bounds.getMessage()));
        }
        String path = e.getPath().stream()
                .map(reference -> String.valueOf(reference.getFieldName()))
                .collect(Collectors.joining("."));
        return new UnreadableEvent(
                path.isEmpty()
                        ? "a value is missing or out of range"
                        : "field " + path + " is missing or has a wrong type or value");
    }

    private static void requireVersion(int version) throws UnreadableEvent {
        if (version != Event.CURRENT_VERSION) {
            throw new UnreadableEvent("version " + version + ", allowed: " + Event.CURRENT_VERSION);
        }
    }

    private static void requireComplete(Event event) throws UnreadableEvent {
        for (Method accessor : REQUIRED.get(event.getClass())) {
            try {
                if (accessor.invoke(event) == null) {
                    throw new UnreadableEvent("field " + accessor.getName() + " is missing");
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
