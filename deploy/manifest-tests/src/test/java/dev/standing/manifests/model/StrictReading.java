package dev.standing.manifests.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.standing.manifests.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads an object by its model and writes it again: what the model does not know, what is of another type, and what does not come back as
 * it stood, is a finding.
 */
final class StrictReading {
    private static final JsonMapper MAPPER = mapper();

    private StrictReading() {}

    static List<String> findings(Manifest manifest, Class<?> model) {
        try {
            JsonNode again = MAPPER.valueToTree(MAPPER.treeToValue(manifest.json(), model));
            List<String> lost = new ArrayList<>();
            compare("", manifest.json(), again, lost);
            return lost;
        } catch (JsonProcessingException e) {
            return List.of(e.getOriginalMessage());
        }
    }

    private static void compare(String path, JsonNode said, JsonNode read, List<String> lost) {
        if (said.isObject()) {
            for (Map.Entry<String, JsonNode> field : said.properties()) {
                compare(path + "/" + field.getKey(), field.getValue(), read.path(field.getKey()), lost);
            }
        } else if (said.isArray()) {
            for (int i = 0; i < said.size(); i++) {
                compare(path + "/" + i, said.get(i), read.path(i), lost);
            }
        } else if (!said.asText().equals(read.asText())) {
            lost.add(path + " is " + said + " and is read as " + read);
        }
    }

    /** The models keep what they do not know as it is; here it has to fail. */
    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                })
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }
}
