package dev.standing.web.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * Says of each schema that is made of a record which fields are always there: those that are not {@code @Nullable}. Those that are may
 * be null, but where nulls are left out. What callers send is read field by field, so there each is nullable and the annotations say what is
 * required.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class RequiredFields implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName PROPERTY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final String OURS = "dev.standing.";

    private final Map<String, ClassInfo> records = new HashMap<>();

    /** Knows the records of the index. */
    public RequiredFields(IndexView index) {
        index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .forEach(type -> records.merge(schemaName(type), type, RequiredFields::described));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> schemas =
                api.getComponents() == null ? null : api.getComponents().getSchemas();
        if (schemas != null) {
            schemas.forEach((name, schema) -> {
                ClassInfo type = records.get(name);
                if (type != null && schema.getProperties() != null) {
                    type.recordComponentsInDeclarationOrder().forEach(component -> say(type, component, schema));
                }
            });
        }
    }

    private static void say(ClassInfo type, RecordComponentInfo component, Schema schema) {
        String field = fieldName(type, component);
        Schema said = schema.getProperties().get(field);
        if (said == null) {
            return;
        }
        boolean isRequired =
                schema.getRequired() != null && schema.getRequired().contains(field);
        if (!isRequired && isAlwaysThere(type, component)) {
            schema.addRequired(field);
        }
        boolean mayBeNull = component.type().hasAnnotation(NULLABLE) && !type.hasAnnotation(INCLUDE);
        if (mayBeNull && !isRequired && said.getRef() == null && said.getType() != null) {
            said.addType(Schema.SchemaType.NULL);
        }
    }

    private static boolean isAlwaysThere(ClassInfo type, RecordComponentInfo component) {
        AnnotationInstance include = type.declaredAnnotation(INCLUDE);
        boolean withoutEmpty = include != null && include.value().asEnum().equals("NON_EMPTY");
        boolean mayBeEmpty = component.type().kind() == Type.Kind.PARAMETERIZED_TYPE;
        return !component.type().hasAnnotation(NULLABLE) && !(withoutEmpty && mayBeEmpty);
    }

    /** The annotation of a component stands at its field. */
    private static String fieldName(ClassInfo type, RecordComponentInfo component) {
        FieldInfo field = type.field(component.name());
        AnnotationInstance property = field == null ? null : field.annotation(PROPERTY);
        AnnotationValue name = property == null ? null : property.value();
        return name == null ? component.name() : name.asString();
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    /** Of two records of a name the one that is described. */
    private static ClassInfo described(ClassInfo one, ClassInfo other) {
        return one.hasDeclaredAnnotation(SCHEMA) ? one : other;
    }
}
