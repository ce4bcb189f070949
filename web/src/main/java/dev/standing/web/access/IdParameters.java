package dev.standing.web.access;

import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Members and partners in paths: 422 where it is no id, by the one rule of {@link Ids}, before anybody is asked. */
@Provider
public final class IdParameters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked") // each type is looked for by itself
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == MemberId.class) {
            return (ParamConverter<T>) new IdConverter<>(field(annotations, "member"), MemberId::new);
        }
        if (type == PartnerId.class) {
            return (ParamConverter<T>) new IdConverter<>(field(annotations, "partner"), PartnerId::new);
        }
        return null;
    }

    private static String field(Annotation @Nullable [] annotations, String usual) {
        return annotations == null
                ? usual
                : Arrays.stream(annotations)
                        .filter(PathParam.class::isInstance)
                        .map(annotation -> ((PathParam) annotation).value())
                        .findFirst()
                        .orElse(usual);
    }

    private record IdConverter<T>(String field, Function<String, T> type) implements ParamConverter<T> {
        @Override
        public T fromString(String value) {
            if (!Ids.isId(value)) {
                throw ProblemException.invalid(new Violation(field, value, Ids.ALLOWED));
            }
            return type.apply(value);
        }

        @Override
        public String toString(T id) {
            return id.toString();
        }
    }
}
