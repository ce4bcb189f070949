package dev.standing.manifests.acl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rules of the users, as Strimzi gives them to the broker: of whoever has the certificate with the user's name. */
final class Rules {
    private Rules() {}

    static List<AclBinding> of(Manifests manifests) {
        List<AclBinding> rules = new ArrayList<>();
        for (Manifest user : manifests.ofKind("KafkaUser")) {
            for (JsonNode acl : user.at("/spec/authorization/acls")) {
                acl.path("operations")
                        .forEach(operation -> rules.add(new AclBinding(
                                resource(acl.path("resource")),
                                new AccessControlEntry(
                                        "User:CN=" + user.name(),
                                        acl.path("host").asText("*"),
                                        AclOperation.fromString(operation.asText()),
                                        AclPermissionType.ALLOW))));
            }
        }
        return rules;
    }

    private static ResourcePattern resource(JsonNode resource) {
        boolean prefix = resource.path("patternType").asText().equals("prefix");
        return new ResourcePattern(
                ResourceType.fromString(resource.path("type").asText()),
                resource.path("name").asText(),
                prefix ? PatternType.PREFIXED : PatternType.LITERAL);
    }
}
