package dev.standing.scoring.community;

import dev.standing.scoring.scorecard.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where members stand, by number: {@link MemberState}s that take 56 bytes each, in pages of which none is ever moved. What is put is got, whatever
 * it is, and it is shared with nobody. For one thread; all takes constant time but {@link #notOn}.
 */
final class MemberRows {
    private static final int PAGE_BITS = 10;
    private static final int PAGE_ROWS = 1 << PAGE_BITS;

    /** What is read of a row first: its alternatives of scorecard and discounted partners, doubled, and whether the member is known. */
    private static final int GROUND_AND_KNOWN = 0;

    private static final int DAY = 1;
    private static final int UNTIL = 2;
    private static final int BASE = 3;
    private static final int CAUSES = 4;
    private static final int FIRST_DAY = 5;
    private static final int SCORE = 6;
    private static final int SEQUENCE = 7;
    private static final int POINTS = 9;
    private static final int DIMENSIONS = Dimension.values().length;
    private static final int WIDTH = POINTS + DIMENSIONS;

    /** Stands for null; no day and no score. */
    private static final int NOTHING = Integer.MIN_VALUE;

    /** Bases of no day. */
    private final Dictionary<Basis> grounds = new Dictionary<>();

    private final Dictionary<String> causes = new Dictionary<>();
    private final List<int[]> pages = new ArrayList<>();
    private int size;

    /** How many there are. */
    int size() {
        return size;
    }

    /** Puts the next, and says its number. */
    int add(MemberState state) {
        if (size == pages.size() * PAGE_ROWS) {
            pages.add(new int[PAGE_ROWS * WIDTH]);
        }
        put(size, state);
        return size++;
    }

    void put(int number, MemberState state) {
        int[] page = page(number);
        int at = at(number);
        page[at + GROUND_AND_KNOWN] = groundOf(state.basis()) * 2 + (state.known() ? 1 : 0);
        page[at + DAY] = state.basis().day();
        page[at + UNTIL] = state.until();
        page[at + BASE] = state.base();
        page[at + CAUSES] = causes.number(state.causes());
        page[at + FIRST_DAY] = orNothing(state.firstDay());
        page[at + SCORE] = orNothing(state.score());
        page[at + SEQUENCE] = (int) state.sequence();
        page[at + SEQUENCE + 1] = (int) (state.sequence() >>> Integer.SIZE);
        System.arraycopy(state.points(), 0, page, at + POINTS, DIMENSIONS);
    }

    MemberState get(int number) {
        int[] page = page(number);
        int at = at(number);
        int[] points = new int[DIMENSIONS];
        System.arraycopy(page, at + POINTS, points, 0, DIMENSIONS);
        Basis ground = Objects.requireNonNull(grounds.thing(page[at + GROUND_AND_KNOWN] >> 1));
        return new MemberState(
                new Basis(page[at + DAY], ground.scorecard(), ground.discounted()),
                page[at + UNTIL],
                isKnown(number),
                base(number),
                points,
                causes.thing(page[at + CAUSES]),
                orNull(page[at + FIRST_DAY]),
                orNull(page[at + SCORE]),
                (page[at + SEQUENCE] & 0xFFFF_FFFFL) | ((long) page[at + SEQUENCE + 1] << Integer.SIZE));
    }

    int base(int number) {
        return page(number)[at(number) + BASE];
    }

    boolean isKnown(int number) {
        return (page(number)[at(number) + GROUND_AND_KNOWN] & 1) == 1;
    }

    /** Whether that is the score that was published last. */
    boolean isPublishedAs(int number, int score) {
        return page(number)[at(number) + SCORE] == score;
    }

    /** As {@link MemberState#standsOn} has it. */
    int standsOn(int number, int day) {
        int[] page = page(number);
        int at = at(number);
        return MemberState.standsOn(page[at + DAY], page[at + UNTIL], day);
    }

    /** Whether the state is a reading on that basis: on its day, or on an earlier one from which on nothing could change up to it. */
    boolean isOn(int number, Basis basis) {
        return isOn(number, groundOf(basis), basis.day());
    }

    /** Those whose state is none; walks over all. */
    int[] notOn(Basis basis) {
        int ground = groundOf(basis);
        return IntStream.range(0, size)
                .filter(number -> !isOn(number, ground, basis.day()))
                .toArray();
    }

    private boolean isOn(int number, int ground, int day) {
        return page(number)[at(number) + GROUND_AND_KNOWN] >> 1 == ground && standsOn(number, day) == day;
    }

    /** Known ones of whom another score is published than that, or none; walks over all. */
    int[] notPublishedAs(IntUnaryOperator score) {
        return IntStream.range(0, size)
                .filter(number -> isKnown(number) && !isPublishedAs(number, score.applyAsInt(number)))
                .toArray();
    }

    private int groundOf(Basis basis) {
        return grounds.number(new Basis(0, basis.scorecard(), basis.discounted()));
    }

    private int[] page(int number) {
        return pages.get(number >> PAGE_BITS);
    }

    private static int at(int number) {
        return (number & (PAGE_ROWS - 1)) * WIDTH;
    }

    private static int orNothing(@Nullable Integer value) {
        return value == null ? NOTHING : value;
    }

    private static @Nullable Integer orNull(int value) {
        return value == NOTHING ? null : (Integer) value;
    }
}
