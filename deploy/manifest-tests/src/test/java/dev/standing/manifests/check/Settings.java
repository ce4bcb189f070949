package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import dev.standing.manifests.settings.AllSettings;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is set can be set, by values that are of its type; files that are named are there. */
final class Settings implements Check {
    private static final Pattern MOUNTED = Pattern.compile("/run/standing(/[^&,]+)");
    private static final Pattern OWNED = Pattern.compile("STANDING_(INGEST|SCORING|PRIVILEGES)_");

    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        for (Manifest map : manifests.settings()) {
            map.at("/data")
                    .properties()
                    .forEach(each -> setting(map, each.getKey(), each.getValue().asText(), findings));
            manifests.ofKind("Deployment").forEach(pods -> files(map, pods, findings));
            traces(map, findings);
        }
        for (Manifest pods : manifests.where(Manifest::hasPods)) {
            for (String file : mounted(pods)) {
                boolean isSetting = AllSettings.ofName(file.substring(file.lastIndexOf('/') + 1))
                        .isPresent();
                boolean isRead = file.lastIndexOf('/') == 0;
                findings.expect(isSetting || !isRead, pods, file + " is no setting");
                findings.expect(isRead || !isSetting, pods, file + " is a setting in a folder, where none is read");
            }
        }
        return findings.all();
    }

    private static void setting(Manifest map, String variable, String value, Findings findings) {
        AllSettings.ofVariable(variable)
                .ifPresentOrElse(
                        setting -> findings.expect(
                                setting.takes(value), map, variable + " is '" + value + "'; wanted: " + setting.type()),
                        () -> findings.expect(false, map, variable + " is no setting"));
    }

    /** By default they would go to the pod itself, and nobody would miss them. */
    private static void traces(Manifest map, Findings findings) {
        boolean isTraced =
                map.at("/data").path("QUARKUS_OTEL_SDK_DISABLED").asText().equals("false");
        String collector = map.at("/data/QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT").asText();
        findings.expect(
                !isTraced || collector.matches("https?://[^:/]+:431[78]/?"),
                map,
                "traces go to '" + collector + "'; wanted: a collector at a port that is open");
    }

    private static void files(Manifest map, Manifest pods, Findings findings) {
        map.at("/data").properties().stream()
                .filter(each -> isHeardBy(pods, each.getKey()))
                .flatMap(each -> MOUNTED.matcher(each.getValue().asText()).results())
                .map(named -> named.group(1))
                .forEach(path -> {
                    boolean there =
                            mounted(pods).stream().anyMatch(file -> file.equals(path) || file.startsWith(path + "/"));
                    findings.expect(there, pods, "/run/standing" + path + " is set and is not there");
                });
    }

    /** What is set is set for all services, and of a setting that has the name of one no other takes notice. */
    private static boolean isHeardBy(Manifest pods, String variable) {
        Matcher owned = OWNED.matcher(variable);
        return !owned.lookingAt() || pods.name().equals(owned.group(1).toLowerCase(Locale.ROOT) + "-service");
    }

    private static Set<String> mounted(Manifest pods) {
        Set<String> files = new TreeSet<>();
        for (JsonNode item : pods.podSpec().path("volumes").findValues("items")) {
            item.forEach(file -> files.add("/" + file.path("path").asText()));
        }
        return files;
    }
}
