package dev.standing.scoring.community;

import dev.standing.database.Snapshot;
import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.input.Places;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.SettleProgress;
import dev.standing.scoring.consents.ConsentStore;
import dev.standing.scoring.ties.Tie;
import dev.standing.scoring.ties.TieStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads everybody and everything stored into a community at rest. Tables are read whole, one after the other, as they lie: whoever leads writes them
 * alone, and what is read meanwhile would be thrown away with the term in which another led. Used once.
 */
public final class Loader {
    private final MemberState nobody;
    private final Basis basis;
    private final Runnable progress;
    private final Names names = new Names();
    private final MemberRows rows = new MemberRows();
    private final BitSet social = new BitSet();
    private final CurrentTies current = new CurrentTies();
    private final List<Tie> severed = new ArrayList<>();

    /**
     * Of nobody yet.
     *
     * @param neutralBase the base score of a member without records
     * @param basis what everybody is brought to
     * @param progress called now and then
     */
    public Loader(int neutralBase, Basis basis, Runnable progress) {
        this.nobody = MemberState.ofNobody(neutralBase, basis);
        this.basis = basis;
        this.progress = progress;
    }

    /**
     * Reads everybody, once.
     *
     * @param tieMemoryDays for how many days ties that were severed are remembered
     */
    public void read(Snapshot snapshot, int tieMemoryDays) {
        MemberStore.each(snapshot, progress, names::add, (state, id) -> rows.add(state));
        ConsentStore.eachSocial(snapshot, progress, this::idOf, social::set);
        TieStore.each(snapshot, basis.day() - tieMemoryDays, progress, this::idOf, this::add);
    }

    /**
     * Those who were read, at rest. That takes as long again, and needs no database.
     *
     * @param epsPoints how exact scores are
     * @param places where members' steps begin; asked for one by each thread
     */
    public Community settled(InfluencePolicy policy, double epsPoints, Supplier<Places> places) {
        double[] placeById = placesOf(places);
        progress.run();
        InfluenceEngine engine = InfluenceEngine.load(
                policy, epsPoints, basis.day(), rows.size(), rows::base, id -> placeById[id], social::get, current);
        progress.run();
        engine.settle(Runtime.getRuntime().availableProcessors(), new SettleProgress() {
            @Override
            public void swept(int sweeps, double residualPoints) {
                progress.run();
            }
        });
        for (Tie tie : severed) {
            engine.remember(tie.a(), tie.b(), tie.weight(), tie.changedDay());
        }
        return new Community(engine, places.get(), nobody.base(), basis, names, rows);
    }

    private void add(Tie tie) {
        if (tie.active()) {
            current.add(tie.a(), tie.b(), tie.weight());
        } else {
            severed.add(tie);
        }
    }

    /** Of whom nothing else is known than that somebody named them joins. */
    private int idOf(byte[] name, int from, int length) {
        int id = names.find(name, from, length);
        if (id != Names.NONE) {
            return id;
        }
        rows.add(nobody);
        return names.add(name, from, length);
    }

    private double[] placesOf(Supplier<Places> places) {
        ThreadLocal<Places> own = ThreadLocal.withInitial(places);
        double[] placeById = new double[names.size()];
        Arrays.parallelSetAll(placeById, id -> own.get().of(names.name(id)));
        return placeById;
    }
}
