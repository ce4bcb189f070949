package dev.standing.influence.analysis;

import dev.standing.influence.report.Bound;
import dev.standing.influence.report.CountedTie;
import dev.standing.influence.report.CountedTie.Side;
import dev.standing.influence.report.Explanation;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.TieRows;
import dev.standing.influence.store.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes a member's influence apart, tie by tie, from the same numbers that the score was computed of. */
public final class Explain {
    private static final Comparator<Term> STRONGEST_FIRST =
            Comparator.comparingInt(Term::units).reversed().thenComparingInt(Term::neighbour);

    private record Term(int neighbour, double weight, boolean remembered, int units) {}

    private final Community community;
    private final Terms terms;
    private final boolean hides;
    private final int[] heard;

    public Explain(Community community) {
        this.community = community;
        this.terms = community.terms();
        this.hides = terms.steps.hide();
        this.heard = hides ? community.heard() : community.told();
    }

    public Explanation explain(int i) {
        boolean counts = community.counts(i) && (terms.boosts || terms.drags);
        List<Term> boosts = counts && terms.boosts ? strongest(current(i, 1, community.own(i))) : List.of();
        List<Term> drags = counts && terms.drags ? strongest(drags(i)) : List.of();
        long boostSum = sum(boosts);
        long dragSum = sum(drags);
        long standing = community.published(i);
        List<CountedTie> counted = new ArrayList<>();
        boosts.forEach(t -> counted.add(counted(t, Side.BOOST)));
        drags.forEach(t -> counted.add(counted(t, Side.DRAG)));
        boolean shown = community.consents(i);
        return new Explanation(
                i,
                Units.toPoints(community.own(i)),
                terms.boostPoints(boostSum),
                terms.dragPoints(dragSum),
                Units.influenceToPoints(Standing.influence(standing)),
                Standing.scorePoints(standing),
                shown ? community.ties().live(i) : 0,
                shown ? community.memory().live(i) : 0,
                bound(i, boostSum, dragSum),
                counted);
    }

    private Bound bound(int i, long boostSum, long dragSum) {
        if (!terms.boosts && !terms.drags) {
            return Bound.POLICY_OFF;
        }
        if (!community.consents(i)) {
            return Bound.NO_CONSENT;
        }
        if (!community.counts(i)) {
            return Bound.TOO_FEW_TIES;
        }
        double influence = terms.boostPoints(boostSum) - terms.dragPoints(dragSum);
        if (influence > Units.influenceToPoints(terms.mostUp())) {
            return Bound.BOOST_CAP;
        }
        return influence < -Units.influenceToPoints(terms.mostDown()) ? Bound.DRAG_CAP : Bound.NONE;
    }

    private CountedTie counted(Term term, Side side) {
        double points = side == Side.BOOST ? terms.boostPoints(term.units) : terms.dragPoints(term.units);
        return new CountedTie(term.neighbour, side, term.weight, term.remembered, points);
    }

    private List<Term> current(int i, int sign, int base) {
        TieRows ties = community.ties();
        List<Term> found = new ArrayList<>();
        for (int k = 0; k < ties.live(i); k++) {
            int j = ties.neighbours(i)[ties.offset(i) + k];
            int steps = ties.weight(i, k);
            int units = sign * steps * (heard[j] - base);
            if (units > 0) {
                found.add(new Term(j, Units.toWeight(steps), false, units));
            }
        }
        return found;
    }

    private List<Term> drags(int i) {
        TieRows memory = community.memory();
        int certain = hides ? terms.steps.certain(community.own(i)) : community.own(i);
        List<Term> found = current(i, -1, certain);
        for (int k = 0; k < memory.live(i); k++) {
            int j = memory.neighbours(i)[memory.offset(i) + k];
            int steps = memory.weight(i, k);
            int units = community.rememberedDrag(steps, memory.day(i, k), certain - heard[j]);
            if (units > 0) {
                double left = Math.max(0, community.daysLeft(memory.day(i, k))) / (double) terms.memoryDays;
                found.add(new Term(j, Units.toWeight(steps) * left, true, units));
            }
        }
        return found;
    }

    private List<Term> strongest(List<Term> found) {
        found.sort(STRONGEST_FIRST);
        return found.subList(0, Math.min(terms.strongestTies, found.size()));
    }

    private static long sum(List<Term> side) {
        long sum = 0;
        for (Term term : side) {
            sum += term.units;
        }
        return sum;
    }
}
