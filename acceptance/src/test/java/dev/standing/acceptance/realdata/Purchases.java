package dev.standing.acceptance.realdata;

import dev.standing.acceptance.client.Behaviour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The purchases of the CDNOW file, a line each after one line of headings: customer, date, units, dollars. Record ids are
 * line numbers.
 */
record Purchases(List<Line> lines) {
    /** ISO 18245: record shops. */
    private static final String RECORD_SHOP = "5735";

    /**
     * @param number of the line in the file, from 2
     * @param cents exactly
     */
    record Line(int number, int customer, LocalDate day, long units, long cents) {
        Behaviour as(String member) {
            return new Behaviour(
                    String.valueOf(number), member, "purchase", day + "T12:00:00Z", cents, "USD", units, RECORD_SHOP);
        }
    }

    static Purchases in(Path file) {
        List<Line> lines = new ArrayList<>();
        try {
            List<String> text = Files.readAllLines(file);
            for (int i = 1; i < text.size(); i++) {
                String[] fields = text.get(i).strip().split("\\s+", -1);
                lines.add(new Line(
                        i + 1,
                        Integer.parseInt(fields[0]),
                        LocalDate.parse(fields[1], DateTimeFormatter.BASIC_ISO_DATE),
                        Long.parseLong(fields[2]),
                        new BigDecimal(fields[3]).movePointRight(2).longValueExact()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Purchases(List.copyOf(lines));
    }
}
