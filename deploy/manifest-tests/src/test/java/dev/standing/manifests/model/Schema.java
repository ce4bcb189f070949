package dev.standing.manifests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.render.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Kinds of which there is no Java model: CloudNativePG's and Cilium's. The schemas are written by hand and by their API references, and know the fields
 * that are in use here alone: whoever uses another one adds it there, and looks it up doing so.
 */
record Schema(JsonSchema schema) {

    static Schema of(String name) {
        String resource = "/schema/" + name + ".yaml";
        try (InputStream stream = Objects.requireNonNull(Schema.class.getResourceAsStream(resource), resource)) {
            JsonNode text = Yaml.documents(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .getFirst();
            return new Schema(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> findings(Manifest manifest) {
        return schema.validate(manifest.json()).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }
}
