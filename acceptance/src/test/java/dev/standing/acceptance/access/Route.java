package dev.standing.acceptance.access;

import dev.standing.stack.Service;
import dev.standing.stack.http.Client;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A row of the table.
 *
 * @param path with names of the cast in braces
 * @param body what to send, {@code -} for nothing
 * @param answers the statuses allowed, one set for each {@link Caller} with a good token
 */
record Route(Service service, String method, String path, String body, List<List<Integer>> answers) {
    /** Reads {@code service METHOD path | body | partner | other partner | member | other member | analyst | operator}. */
    static Route of(String row) {
        List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
        List<String> head = Arrays.asList(cells.getFirst().split("\\s+"));
        if (cells.size() != 2 + Caller.KNOWN.size()) {
            throw new IllegalArgumentException("cells missing or too many: " + row);
        }
        return new Route(
                Service.valueOf(head.get(0).toUpperCase(Locale.ROOT)),
                head.get(1),
                head.get(2),
                cells.get(1),
                cells.subList(2, cells.size()).stream().map(Route::statuses).toList());
    }

    private static List<Integer> statuses(String cell) {
        return Arrays.stream(cell.split("/")).map(Integer::valueOf).toList();
    }

    /** Public routes need no token; a bad one opens no door at all. */
    List<Integer> answersTo(Caller caller) {
        if (caller == Caller.NOBODY && path.startsWith("/v1/receipts/status/")) {
            return answers.getFirst();
        }
        int column = Caller.KNOWN.indexOf(caller);
        return column < 0 ? List.of(401) : answers.get(column);
    }

    String name() {
        return service.key() + " " + method + " " + path;
    }

    /** The path as OpenAPI documents differ in it: parameters without their names, and no query. */
    String shape() {
        return service.key() + " " + method + " "
                + path.replaceAll("\\?.*", "")
                        .replace("/community/versions/1", "/{}/versions/{}")
                        .replace("/perks/bandwidth", "/perks/{}")
                        .replaceAll("\\{[^}]*}", "{}");
    }

    String mediaType() {
        return path.endsWith("/stream") || path.startsWith("/v1/imports/") ? Client.NDJSON : Client.JSON;
    }
}
