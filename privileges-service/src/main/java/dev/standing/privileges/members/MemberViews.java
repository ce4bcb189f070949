package dev.standing.privileges.members;

import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.grants.Freeze;
import dev.standing.privileges.grants.Judge;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Privilege;
import dev.standing.privileges.grants.Privilege.Ending;
import dev.standing.privileges.grants.Why;
import dev.standing.privileges.members.MemberView.NextView;
import dev.standing.privileges.members.MemberView.PrivilegeView;
import dev.standing.privileges.members.MemberView.WhyView;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.Progress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what a member holds. */
final class MemberViews {
    private final PerkPolicy policy;

    MemberViews(PerkPolicy policy) {
        this.policy = policy;
    }

    /** @param withDisputes whether whoever looks may know that the member contests something, which may be of anybody */
    MemberView of(String id, Member member, Instant now, boolean withDisputes) {
        Facts facts = Judge.facts(member, now);
        Freeze freeze = Freeze.of(withDisputes ? member : Member.UNKNOWN, true);
        List<PrivilegeView> privileges = policy.perks().stream()
                .map(perk -> view(perk, privilege(member, perk, now), facts, freeze, now))
                .toList();
        return new MemberView(id, privileges);
    }

    private static Privilege privilege(Member member, Perk perk, Instant now) {
        return member.privileges().isEmpty()
                ? new Privilege.Settled(Perk.BASELINE, now, Why.BASELINE)
                : member.privileges().get(perk.index());
    }

    private PrivilegeView view(Perk perk, Privilege held, @Nullable Facts facts, Freeze freeze, Instant now) {
        Ending ending = held instanceof Ending end ? end : null;
        return new PrivilegeView(
                perk.name(),
                perk.title(),
                perk.tier(held.tier()).name(),
                held.why() == Why.BASELINE ? null : held.since(),
                ending == null ? null : ending.until(),
                ending == null ? null : perk.tier(ending.then().tier()).name(),
                ending == null ? null : freeze.keepsUntil(ending, now),
                new WhyView(held.why().code(), held.why().text()),
                benefits(perk, held.tier()),
                facts == null ? null : next(Progress.next(policy, perk, held.tier(), ending != null, facts)));
    }

    private static Map<String, Long> benefits(Perk perk, int tier) {
        Map<String, Long> benefits = new LinkedHashMap<>();
        for (int i = 0; i < perk.benefits().size(); i++) {
            benefits.put(perk.benefits().get(i).name(), perk.tier(tier).benefit(i));
        }
        return benefits;
    }

    private static @Nullable NextView next(@Nullable Progress progress) {
        return progress == null ? null : new NextView(progress.tier().name(), progress.needs());
    }
}
