package dev.standing.benchmarks.influence;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Growth as an SVG: sizes along, rates up, both by powers of ten. */
final class GrowthPicture {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int LEFT = 90;
    private static final int RIGHT = 60;
    private static final int TOP = 60;
    private static final int BOTTOM = 50;
    private static final int LOWEST_POWER = 5;
    private static final int HIGHEST_POWER = 10;

    private final StringBuilder svg = new StringBuilder();
    private final double last;

    private GrowthPicture(List<GrowthBenchmark.Row> rows) {
        last = Math.max(LOWEST_POWER + 1, Math.log10((double) rows.getLast().ties()));
    }

    static String of(List<GrowthBenchmark.Row> rows) {
        GrowthPicture picture = new GrowthPicture(rows);
        picture.frame();
        picture.curve(rows, GrowthBenchmark.Row::rooflineArcsPerSecond, "#888888", "roofline, arcs/s", 0);
        picture.curve(rows, GrowthBenchmark.Row::settleArcsPerSecond, "#1b6ca8", "settle, arcs/s per sweep", 1);
        picture.curve(rows, GrowthBenchmark.Row::changesPerSecond, "#b3541e", "single changes/s", 2);
        return picture.svg.append("</svg>\n").toString();
    }

    private void frame() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH, HEIGHT);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        for (int power = LOWEST_POWER; power <= HIGHEST_POWER; power++) {
            double y = y(Math.pow(10, power));
            add("<path d=\"M%d %.1fH%d\" stroke=\"#dddddd\"/>", LEFT, y, WIDTH - RIGHT);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 4, name(power));
        }
        for (int power = LOWEST_POWER; power <= last; power++) {
            double x = x(Math.pow(10, power));
            add("<path d=\"M%.1f %dV%d\" stroke=\"#dddddd\"/>", x, TOP, HEIGHT - BOTTOM);
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s ties</text>",
                    x, HEIGHT - BOTTOM + 20, name(power));
        }
    }

    private void curve(
            List<GrowthBenchmark.Row> rows,
            ToDoubleFunction<GrowthBenchmark.Row> figure,
            String colour,
            String name,
            int place) {
        StringBuilder path = new StringBuilder();
        for (GrowthBenchmark.Row row : rows) {
            double x = x((double) row.ties());
            double y = y(figure.applyAsDouble(row));
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", x, y, colour);
        }
        add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, colour);
        int x = LEFT + place * 200;
        add("<path d=\"M%d 30h24\" stroke=\"%s\" stroke-width=\"2\"/>", x, colour);
        add("<text x=\"%d\" y=\"34\">%s</text>", x + 30, name);
    }

    private double x(double ties) {
        double along = (Math.log10(ties) - LOWEST_POWER) / (last - LOWEST_POWER);
        return LEFT + along * (WIDTH - RIGHT - LEFT);
    }

    private static double y(double rate) {
        double up = (Math.log10(rate) - LOWEST_POWER) / (HIGHEST_POWER - LOWEST_POWER);
        return HEIGHT - BOTTOM - up * (HEIGHT - BOTTOM - TOP);
    }

    private static String name(int power) {
        String[] names = {"100,000", "1 million", "10 million", "100 million", "1 billion", "10 billion"};
        return names[power - LOWEST_POWER];
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format + "%n", values));
    }
}
