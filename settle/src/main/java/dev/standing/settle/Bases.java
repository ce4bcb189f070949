package dev.standing.settle;

import dev.standing.influence.input.Checks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Members and their base scores, in the order of the file; the first is member 0. */
final class Bases {
    static final int NOBODY = -1;

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private double[] points = new double[1024];

    private Bases() {}

    static Bases read(Path file, Progress progress) {
        Bases bases = new Bases();
        Faults faults = new Faults(file);
        CsvRows.read(file, progress, row -> {
            if (!row.first() || !isHeader(row.fields())) {
                String problem = bases.add(row.fields());
                if (!problem.isEmpty()) {
                    faults.add(row.line(), problem);
                }
            }
        });
        faults.refuseIfAny();
        if (bases.size() == 0) {
            throw new RefusedInput(file + " names no member; allowed: lines of member,base");
        }
        return bases;
    }

    /** A first line whose base has no digit in it is a heading. */
    private static boolean isHeader(List<String> fields) {
        return fields.size() == 2 && !Numbers.hasDigit(fields.get(1));
    }

    /** Says what is wrong with a row, or nothing. */
    private String add(List<String> fields) {
        if (fields.size() != 2) {
            return Faults.count(fields, "member,base");
        }
        if (fields.getFirst().isEmpty()) {
            return "member is empty; allowed: any id";
        }
        double base;
        try {
            base = Numbers.parse("base", fields.get(1));
            Checks.base(base);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
        if (ids.putIfAbsent(fields.getFirst(), names.size()) != null) {
            return "the member is there twice; allowed: once";
        }
        if (names.size() == points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[names.size()] = base;
        names.add(fields.getFirst());
        return "";
    }

    int size() {
        return names.size();
    }

    String name(int member) {
        return names.get(member);
    }

    double points(int member) {
        return points[member];
    }

    /** How far the highest is from the lowest. */
    double apart() {
        DoubleSummaryStatistics all = Arrays.stream(points, 0, names.size()).summaryStatistics();
        return all.getMax() - all.getMin();
    }

    /** The number of the member with this id, or {@link #NOBODY}. */
    int find(String id) {
        return ids.getOrDefault(id, NOBODY);
    }
}
