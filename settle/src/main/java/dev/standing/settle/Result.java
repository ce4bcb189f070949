package dev.standing.settle;

import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.report.ShunningReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes what came out, a line for each member in the order of the bases. */
final class Result {
    private final Bases bases;

    Result(Bases bases) {
        this.bases = bases;
    }

    void writeScores(BufferedWriter out, InfluenceEngine engine, boolean precise) throws IOException {
        out.write("member,base,influence,score\n");
        for (int i = 0; i < bases.size(); i++) {
            name(out, bases.name(i));
            double base = bases.points(i);
            if (precise) {
                double influence = engine.influence(i);
                out.write("," + base + "," + influence + "," + (base + influence) + "\n");
            } else {
                long whole = Math.round(base);
                long score = Math.round(base + engine.influence(i));
                out.write("," + whole + "," + (score - whole) + "," + score + "\n");
            }
        }
    }

    void writeGains(BufferedWriter out, ShunningReport policy, ShunningReport averages) throws IOException {
        out.write("member,gain,gainUnderAverages\n");
        for (int i = 0; i < bases.size(); i++) {
            name(out, bases.name(i));
            out.write("," + policy.gainPoints(i) + "," + averages.gainPoints(i) + "\n");
        }
    }

    private static void name(Writer out, String name) throws IOException {
        boolean quoted = name.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        out.write(quoted ? '"' + name.replace("\"", "\"\"") + '"' : name);
    }
}
