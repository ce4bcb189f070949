package dev.standing.settle;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of fields between commas, or between tabs, row by row: one row is held, however large the file. Empty lines are passed over, as are
 * a byte order mark and the lines with # or % before the first row, which public collections of graphs begin with.
 */
final class CsvRows {
    /** Takes a row; its fields are trimmed. */
    interface Reader {
        void row(Row row);
    }

    /**
     * A row of a file.
     *
     * @param first whether it may be a heading
     */
    record Row(long line, boolean first, List<String> fields) {}

    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private static final int MOST_OF_A_LINE = 1 << 16;

    private CsvRows() {}

    static void read(Path file, Progress progress, Reader reader) {
        progress.phase("reading " + file.getFileName(), size(file));
        try (InputStream in =
                new BufferedInputStream(new Counted(Files.newInputStream(file), progress), MOST_OF_A_LINE)) {
            long before = Preface.pass(in);
            CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(Preface.separator(in, MOST_OF_A_LINE));
            try (CsvParser parser = CSV.createParser(in)) {
                parser.setSchema(schema);
                read(parser, before, reader);
            }
        } catch (NoSuchFileException e) {
            throw new RefusedInput(file + " is not there. Maybe the path is relative to another folder.");
        } catch (JsonParseException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new RefusedInput(file + ", line " + line + ": is not CSV: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new RefusedInput(file + " cannot be read: " + e.getMessage());
        }
    }

    private static void read(CsvParser parser, long linesBefore, Reader reader) throws IOException {
        List<String> fields = new ArrayList<>();
        long line = 1;
        boolean first = true;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_ARRAY -> fields.clear();
                case END_ARRAY -> {
                    reader.row(new Row(linesBefore + line, first, fields));
                    first = false;
                }
                default -> {
                    // The parser knows the line of a row from its first field on.
                    line = fields.isEmpty() ? parser.currentTokenLocation().getLineNr() : line;
                    fields.add(parser.getText());
                }
            }
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Tells the progress how many bytes went by. */
    private static final class Counted extends FilterInputStream {
        private final Progress progress;

        Counted(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            progress.step(Math.max(0, count));
            return count;
        }
    }
}
