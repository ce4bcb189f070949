package dev.standing.influence.report;

import java.util.List;

/**
 * Why a member's influence is what it is: {@code score = base + influence}, and {@code influence = boost - drag} unless
 * {@code bound} says otherwise. For the engine's caller: what a member may see of it is not decided here.
 *
 * @param boostPoints what the counted higher friends add before the caps
 * @param dragPoints what the counted lower friends take before the caps, as a positive number
 * @param currentTies ties that count today: both ends consent
 * @param rememberedTies severed ties that are not yet forgotten, both ends consenting
 * @param counted the ties among the K on each side, strongest first, boost before drag
 */
public record Explanation(
        int member,
        double basePoints,
        double boostPoints,
        double dragPoints,
        double influencePoints,
        double scorePoints,
        int currentTies,
        int rememberedTies,
        Bound bound,
        List<CountedTie> counted) {

    public Explanation {
        counted = List.copyOf(counted);
    }
}
