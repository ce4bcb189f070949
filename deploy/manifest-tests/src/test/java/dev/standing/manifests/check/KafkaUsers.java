package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import dev.standing.manifests.code.ServiceCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Each service has a user, who may do what the service's code does and nothing else; and operators one, who reads dead letters. */
final class KafkaUsers implements Check {
    private static final String OPERATOR = "operator";

    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        Set<String> services = new TreeSet<>();
        ServiceCode.all().forEach(code -> {
            services.add(code.name());
            manifests
                    .find("KafkaUser", code.name())
                    .ifPresent(user -> findings.expectSame(user, "rules", rules(user), wanted(code)));
        });
        manifests
                .find("KafkaUser", OPERATOR)
                .ifPresent(user -> findings.expectSame(user, "rules", rules(user), ofOperator()));
        services.add(OPERATOR);
        Set<String> users = new TreeSet<>();
        for (Manifest user : manifests.ofKind("KafkaUser")) {
            users.add(user.name());
            findings.expect(user, user.at("/spec"), "/authentication/type", "tls");
            findings.expect(user, user.at("/spec"), "/authorization/type", "simple");
        }
        findings.expectSame("Kafka", "users", users, services);
        return findings.all();
    }

    private static Set<String> wanted(ServiceCode code) {
        Set<String> rules = new TreeSet<>();
        code.heard().forEach(topic -> rules.add("topic " + topic + " [Describe, Read]"));
        code.said().forEach(topic -> rules.add("topic " + topic + " [Describe, Write]"));
        code.deadLetters().forEach(topic -> rules.add("topic " + topic + " [Describe, Write]"));
        rules.add("group " + code.group() + (code.hasGroupPerProcess() ? "* [Read]" : " [Read]"));
        return rules;
    }

    private static Set<String> ofOperator() {
        Set<String> rules = new TreeSet<>();
        ServiceCode.all()
                .flatMap(code -> code.deadLetters().stream())
                .forEach(topic -> rules.add("topic " + topic + " [Describe, Read]"));
        rules.add("group " + OPERATOR + " [Read]");
        return rules;
    }

    private static Set<String> rules(Manifest user) {
        Set<String> rules = new TreeSet<>();
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            JsonNode resource = acl.path("resource");
            Set<String> operations = new TreeSet<>();
            acl.path("operations").forEach(each -> operations.add(each.asText()));
            rules.add((acl.path("type").asText("allow").equals("allow") ? "" : "deny ")
                    + resource.path("type").asText() + " "
                    + resource.path("name").asText()
                    + (resource.path("patternType").asText().equals("prefix") ? "* " : " ")
                    + operations);
        }
        return rules;
    }
}
