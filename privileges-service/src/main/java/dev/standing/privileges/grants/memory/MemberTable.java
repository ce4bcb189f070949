package dev.standing.privileges.grants.memory;

import dev.standing.contracts.identity.NameHash;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Privilege;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Members by name, each one small array of bytes ({@link Packing}), in an open table of references: a name is looked for from where its hash
 * says to the first free place. At least every second place is free, for each that is not costs a look into memory that is far away. That is 115
 * to 130 bytes a member with four perks and two consents, table included, where objects take a thousand. Nobody is ever taken out; who is put
 * anew takes the same place.
 *
 * <p>One thread writes; any thread may {@link #find}, without waiting, and sees each member either as before or as after. All takes constant
 * time, but that now and then a larger table is made, beside which readers go on with the old one.
 */
public final class MemberTable {
    private static final int LEAST_PLACES = 1 << 4;
    private static final int MOST_PLACES = 1 << 30;

    private final NameHash hash = new NameHash();
    private final Packing packing = new Packing();
    private final PackedWriter writer = new PackedWriter();
    private final Tally tally = new Tally();
    private volatile AtomicReferenceArray<byte @Nullable []> places;
    private volatile int size;
    /** The places of members with an announced end, whom a sweep looks for among millions. The writing thread's. */
    private BitSet ending = new BitSet();

    /** An empty one, which grows, but has room for so many at once. */
    MemberTable(int expected) {
        int least = Math.clamp(expected * 2L + 1, LEAST_PLACES, MOST_PLACES);
        places = new AtomicReferenceArray<>(Integer.highestOneBit(2 * least - 1));
    }

    /** The member, or null where nothing is known of anybody of that name. */
    @Nullable
    Member find(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        AtomicReferenceArray<byte @Nullable []> now = places;
        byte[] packed = now.getAcquire(place(now, utf8, 0, utf8.length));
        if (packed == null || Packing.nameEnds(packed) == packed.length) {
            return null;
        }
        return packing.unpack(packed);
    }

    int size() {
        return size;
    }

    /** Members that hold a tier of a perk. For the writing thread. */
    long holding(int perk, int tier) {
        return tally.of(perk, tier);
    }

    /** Takes the member as they are now, in the place of what was known of them; one of whom nothing is known is as good as none. */
    void put(String name, Member member) {
        writer.clear();
        writer.text(name);
        packing.write(writer, member);
        byte[] packed = writer.bytes();
        int place = placeOf(packed, Packing.nameBegins(packed), Packing.nameEnds(packed));
        byte[] before = places.getPlain(place);
        if (before != null) {
            tally.remove(packing.unpack(before));
        }
        tally.add(member);
        set(place, packed);
        ending.set(place, endsSomething(member));
    }

    /**
     * Adds items to what is known of a member, who may be new; of the tally the caller takes care. Takes as long as what is known of the
     * member is large.
     *
     * @param name in which the name is the bytes from {@code from} to {@code to}
     * @param ends whether there is an announced end among the items
     */
    void append(byte[] name, int from, int to, PackedWriter items, boolean ends) {
        int place = placeOf(name, from, to);
        byte[] before = places.getPlain(place);
        if (before == null) {
            writer.clear();
            writer.text(name, from, to);
            before = writer.bytes();
        }
        set(place, items.after(before));
        if (ends) {
            ending.set(place);
        }
    }

    /** How items are made that are to be appended here. */
    Packing packing() {
        return packing;
    }

    Tally tally() {
        return tally;
    }

    /** All names as of now; of those that come meanwhile none. For one thread, whichever. */
    Iterator<String> names() {
        AtomicReferenceArray<byte @Nullable []> now = places;
        return IntStream.range(0, now.length())
                .mapToObj(now::getAcquire)
                .filter(Objects::nonNull)
                .map(Packing::name)
                .iterator();
    }

    /** Everybody, and whoever has a name alone too. For the thread that writes. */
    void forEach(BiConsumer<String, Member> visitor) {
        for (int place = 0; place < places.length(); place++) {
            byte[] packed = places.getPlain(place);
            if (packed != null) {
                visitor.accept(Packing.name(packed), packing.unpack(packed));
            }
        }
    }

    /** Those with an announced end. For the writing thread, which changes none of them meanwhile. */
    void forEachEnding(BiConsumer<String, Member> visitor) {
        for (int place = ending.nextSetBit(0); place >= 0; place = ending.nextSetBit(place + 1)) {
            byte[] packed = Objects.requireNonNull(places.getPlain(place));
            visitor.accept(Packing.name(packed), packing.unpack(packed));
        }
    }

    /** The place of that name, or the one where it belongs, in a table with room for it. */
    private int placeOf(byte[] name, int from, int to) {
        if (2L * size >= places.length() && places.length() < MOST_PLACES) {
            grow();
        }
        return place(places, name, from, to);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void set(int place, byte[] packed) {
        boolean isNew = places.getPlain(place) == null;
        places.setRelease(place, packed);
        if (isNew) {
            size = size + 1;
        }
    }

    private void grow() {
        AtomicReferenceArray<byte @Nullable []> before = places;
        AtomicReferenceArray<byte @Nullable []> after = new AtomicReferenceArray<>(2 * before.length());
        BitSet endingAfter = new BitSet();
        for (int i = 0; i < before.length(); i++) {
            byte[] packed = before.getPlain(i);
            if (packed != null) {
                int place = place(after, packed, Packing.nameBegins(packed), Packing.nameEnds(packed));
                after.setPlain(place, packed);
                endingAfter.set(place, ending.get(i));
            }
        }
        places = after;
        ending = endingAfter;
    }

    private int place(AtomicReferenceArray<byte @Nullable []> places, byte[] name, int from, int to) {
        int last = places.length() - 1;
        int place = (int) hash.of(name, from, to - from) & last;
        byte[] packed = places.getAcquire(place);
        while (packed != null && !Packing.isOf(packed, name, from, to)) {
            place = (place + 1) & last;
            packed = places.getAcquire(place);
        }
        return place;
    }

    /** Multiplied and mixed so that names that differ in a digit lie far apart. */
    private static boolean endsSomething(Member member) {
        for (int perk = 0; perk < member.privileges().size(); perk++) {
            if (member.privileges().get(perk) instanceof Privilege.Ending) {
                return true;
            }
        }
        return false;
    }
}
