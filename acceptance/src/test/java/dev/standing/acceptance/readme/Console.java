package dev.standing.acceptance.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The commands under a heading of a document, each with the fragments that it should print. */
record Console(List<Step> steps) {
    /**
     * @param command a line after {@code $ }, with the lines that continue it
     * @param fragments the lines that follow; in each, {@code …} stands for anything
     */
    record Step(String command, List<String> fragments) {}

    /** Reads the blocks that are fenced as {@code console} in the section with that heading. */
    static Console under(String heading, Path document) {
        return read(document, heading::equals);
    }

    /** Reads all blocks that are fenced as {@code console}. */
    static Console of(Path document) {
        return read(document, heading -> true);
    }

    private static Console read(Path document, Predicate<String> isWanted) {
        List<Step> steps = new ArrayList<>();
        boolean inSection = false;
        boolean inBlock = false;
        for (String line : lines(document)) {
            if (line.startsWith("#") && !inBlock) {
                inSection = isWanted.test(line.replaceFirst("^#+ ", ""));
            } else if (inSection && line.strip().equals("```console")) {
                inBlock = true;
            } else if (inBlock && line.strip().equals("```")) {
                inBlock = false;
            } else if (inBlock) {
                add(line, steps);
            }
        }
        return new Console(List.copyOf(steps));
    }

    private static void add(String line, List<Step> steps) {
        if (line.startsWith("$ ")) {
            steps.add(new Step(line.substring(2), new ArrayList<>()));
            return;
        }
        Step last = steps.removeLast();
        if (line.startsWith("> ") || last.command().endsWith("\\")) {
            String continued = line.startsWith("> ") ? line.substring(2) : line;
            steps.add(new Step(last.command() + "\n" + continued, last.fragments()));
            return;
        }
        if (!line.isBlank()) {
            last.fragments().add(line.strip());
        }
        steps.add(last);
    }

    private static List<String> lines(Path document) {
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
