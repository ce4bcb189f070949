package dev.standing.local.sample;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far the sample has been joined, so that a start that was cut off is gone on with. What was sent twice does no harm, because
 * ids repeat.
 *
 * @param anchor the day the sample was first joined, on which all its dates hang; ISO 8601
 * @param done how many of all lines have been taken: members, then ties, then records
 * @param told whether the story has been told
 */
record Progress(String anchor, int done, boolean told) {

    private static final JsonMapper JSON = new JsonMapper();

    static Progress load(Path file, String today) {
        try {
            return Files.exists(file) ? JSON.readValue(file.toFile(), Progress.class) : new Progress(today, 0, false);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read. Maybe start over with --fresh", e);
        }
    }

    Progress withDone(int lines) {
        return new Progress(anchor, lines, told);
    }

    Progress withTold() {
        return new Progress(anchor, done, true);
    }

    void save(Path file) {
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
            Files.write(unfinished, JSON.writeValueAsBytes(this));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
