package dev.standing.local.sample.community;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes friendships as people do: mostly with neighbours, often with a friend's friend, now and then with somebody far away.
 */
final class TieGenerator {

    private static final double FRIEND_OF_FRIEND = 0.35;
    private static final double NEIGHBOUR = 0.50;
    private static final int FRIENDS_OF_THE_FIRST = 14;
    private static final double NEXT_NEIGHBOURHOOD = 0.10;

    private final SplittableRandom random;
    private final List<SampleMember> members;
    private final String evidence;
    private final List<List<Integer>> friends = new ArrayList<>();

    TieGenerator(long seed, List<SampleMember> members, String evidence) {
        this.random = new SplittableRandom(~seed);
        this.members = members;
        this.evidence = evidence;
        members.forEach(member -> friends.add(new ArrayList<>()));
    }

    List<SampleTie> generate(int count) {
        List<SampleTie> ties = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        while (ties.size() < count) {
            // The first member gets more than others, so that the story has friends to tell of.
            int one = ties.size() < FRIENDS_OF_THE_FIRST ? 0 : random.nextInt(members.size());
            int other = friendFor(one);
            if (one != other && taken.add(key(one, other))) {
                friends.get(one).add(other);
                friends.get(other).add(one);
                ties.add(tie(one, other));
            }
        }
        return ties;
    }

    private int friendFor(int one) {
        double chance = random.nextDouble();
        List<Integer> own = friends.get(one);
        if (chance < FRIEND_OF_FRIEND && !own.isEmpty()) {
            List<Integer> theirs = friends.get(own.get(random.nextInt(own.size())));
            return theirs.get(random.nextInt(theirs.size()));
        }
        int size = CommunityGenerator.NEIGHBOURHOOD_SIZE;
        int neighbourhood = members.get(one).neighbourhood();
        if (chance < FRIEND_OF_FRIEND + NEIGHBOUR) {
            return neighbourhood * size + random.nextInt(size);
        }
        if (chance < FRIEND_OF_FRIEND + NEIGHBOUR + NEXT_NEIGHBOURHOOD) {
            return (neighbourhood + 1) * size % members.size() + random.nextInt(size);
        }
        return random.nextInt(members.size());
    }

    private SampleTie tie(int one, int other) {
        String first = members.get(one).member();
        String second = members.get(other).member();
        double weight = (30 + random.nextInt(71)) / 100.0;
        return first.compareTo(second) < 0
                ? new SampleTie(first, second, weight, evidence)
                : new SampleTie(second, first, weight, evidence);
    }

    private static long key(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }
}
