package dev.standing.privileges.radius;

import dev.standing.privileges.grants.HeardConsents;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.memory.Members;
import dev.standing.privileges.policy.Perk;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What lines members have, from memory. Whoever does not show their standing to the partner, whoever does not exist, and everybody where
 * it is not known lately what members allow, has the baseline. Thread-safe.
 */
@Singleton
final class Lines {
    private final Network network;
    private final Members members;
    private final HeardConsents heardConsents;

    Lines(Network network, Members members, HeardConsents heardConsents) {
        this.network = network;
        this.members = members;
        this.heardConsents = heardConsents;
    }

    /** Whether it is known what members allow; where not, nobody's running session is to fall to the baseline. */
    boolean areKnown() {
        return heardConsents.isRecent();
    }

    Line of(String partner, String name) {
        Member member = areKnown() ? members.find(name) : null;
        boolean isShown = member != null && member.showsTo(partner);
        return new Line(network.attributes().stream()
                .map(attribute -> attribute.of(tier(isShown ? member : null, attribute.perk())))
                .toList());
    }

    private static int tier(@Nullable Member member, Perk perk) {
        return member == null || member.privileges().isEmpty()
                ? Perk.BASELINE
                : member.privileges().get(perk.index()).tier();
    }
}
