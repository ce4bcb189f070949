package dev.standing.acceptance.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown document, as far as links need it.
 *
 * @param links what it points to inside of the repository, in order
 * @param anchors what can be pointed to within it, spelt as GitHub does
 */
record Document(List<Link> links, Set<String> anchors) {
    /**
     * @param line counted from 1
     * @param target as written: a path, a path with an anchor, or an anchor alone
     */
    record Link(int line, String target) {}

    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+?)(?: +#+)?");
    /** Inline links and pictures, definitions of reference links, and the attributes that HTML links by. */
    private static final Pattern LINK = Pattern.compile(
            "\\]\\(\\s*<?([^)\\s>]+)|^\\s*\\[[^\\]]+\\]:\\s*<?([^\\s>]+)" + "|\\b(?:href|src|srcset)=\"([^\"]+)\"");

    private static final Pattern CODE = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*|//.*");

    static Document read(Path file) {
        List<Link> links = new ArrayList<>();
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        boolean fenced = false;
        boolean indented = false;
        String before = "";
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            indented = line.startsWith("    ") && (indented || before.isBlank());
            before = line;
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
            } else if (!fenced && !indented) {
                Matcher heading = HEADING.matcher(line);
                if (heading.matches()) {
                    anchors.add(numbered(anchor(heading.group(1)), seen));
                }
                addLinks(i + 1, CODE.matcher(line).replaceAll(""), links);
            }
        }
        return new Document(List.copyOf(links), Set.copyOf(anchors));
    }

    private static void addLinks(int number, String line, List<Link> links) {
        LINK.matcher(line)
                .results()
                .map(Document::target)
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .forEach(target -> links.add(new Link(number, target)));
    }

    private static String target(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            String target = found.group(group);
            if (target != null) {
                return target;
            }
        }
        throw new IllegalStateException(found.group());
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\]\\([^)]*\\)", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    /** The second heading of a name has {@code -1} behind it. */
    private static String numbered(String anchor, Map<String, Integer> seen) {
        int before = seen.merge(anchor, 1, Integer::sum) - 1;
        return before == 0 ? anchor : anchor + "-" + before;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
