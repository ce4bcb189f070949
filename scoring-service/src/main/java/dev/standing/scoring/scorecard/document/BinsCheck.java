package dev.standing.scoring.scorecard.document;

import dev.standing.scoring.scorecard.Bin;
import dev.standing.scoring.scorecard.Measure;
import dev.standing.scoring.scorecard.Scorecard;
import dev.standing.scoring.scorecard.document.ScorecardDocument.BinDocument;
import java.util.ArrayList;
import java.util.List;

/** Bins hold every value of a measure once: one bin for no data, then ranges without gap or overlap, the last without end. */
final class BinsCheck {
    private static final int MOST_BINS = 50;

    private final String path;
    private final Refusal refuse;
    private final List<Bin> bins = new ArrayList<>();
    private boolean noData;
    private boolean open = true;
    private long next;

    BinsCheck(String path, Measure measure, Refusal refuse) {
        this.path = path;
        this.refuse = refuse;
        this.next = measure.least();
    }

    List<Bin> check(List<BinDocument> documents) {
        if (documents.isEmpty() || documents.size() > MOST_BINS) {
            throw refuse.at(path, "has " + documents.size() + " bins, allowed: 1 to " + MOST_BINS);
        }
        for (int i = 0; i < documents.size(); i++) {
            bin(path + "[" + i + "]", documents.get(i));
        }
        String last = path + "[" + (documents.size() - 1) + "]";
        if (open) {
            throw refuse.at(
                    last, "leaves a gap: values from " + next + " on have no bin. Maybe the last 'to' is too many");
        }
        if (!noData) {
            throw refuse.at(path, "has no bin for members without data. Maybe '{none: true, points: 0}' is missing");
        }
        return bins;
    }

    private void bin(String place, BinDocument bin) {
        if (bin.points() < 0 || bin.points() > Scorecard.MOST_POINTS) {
            throw refuse.at(place + ".points", "is " + bin.points() + ", allowed: 0 to " + Scorecard.MOST_POINTS);
        }
        if (bin.none() != null) {
            none(place, bin);
        } else {
            range(place, bin);
        }
    }

    private void none(String place, BinDocument bin) {
        if (!Boolean.TRUE.equals(bin.none()) || bin.from() != null || bin.to() != null) {
            throw refuse.at(
                    place,
                    "is neither a range nor no data, allowed: 'none: true' alone, or 'from' with or without 'to'");
        }
        if (noData) {
            throw refuse.at(place, "is a second bin for no data, allowed: one");
        }
        noData = true;
        bins.add(new Bin.None(bin.points()));
    }

    private void range(String place, BinDocument bin) {
        Long from = bin.from();
        Long to = bin.to();
        if (from == null) {
            throw refuse.at(
                    place,
                    "is neither a range nor no data, allowed: 'none: true' alone, or 'from' with or without 'to'");
        }
        if (!open || from < next) {
            throw refuse.at(place + ".from", "is " + from + " and overlaps the bin before, allowed: " + expected());
        }
        if (from > next) {
            throw refuse.at(place + ".from", "is " + from + " and leaves a gap, allowed: " + expected());
        }
        if (to != null && (to < from || to == Long.MAX_VALUE)) {
            throw refuse.at(place + ".to", "is " + to + ", allowed: " + from + " or more");
        }
        bins.add(new Bin.Range(from, to, bin.points()));
        if (to == null) {
            open = false;
        } else {
            next = to + 1;
        }
    }

    private String expected() {
        return open ? Long.toString(next) : "nothing after a bin without end";
    }
}
