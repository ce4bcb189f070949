package dev.standing.manifests.settings;

import java.util.List;
import java.util.stream.Collectors;

/** All settings as Markdown. */
final class SettingsTable {
    static final String BEGIN =
            "<!-- The table is written by the tests (-Dsettings.write=true) and kept true by them. -->\n";
    static final String END = "<!-- End of the table. -->\n";

    private SettingsTable() {}

    static String text() {
        return AllSettings.sections().entrySet().stream()
                .map(section -> section(section.getKey(), section.getValue()))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String section(String heading, List<Setting> settings) {
        return "### " + heading
                + "\n\n| setting | environment variable | type | default | meaning |\n| --- | --- | --- | --- | --- |\n"
                + settings.stream().map(each -> each.row() + "\n").collect(Collectors.joining());
    }
}
