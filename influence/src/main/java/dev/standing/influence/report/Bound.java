package dev.standing.influence.report;

/** What decides a member's influence, apart from the sums themselves. */
public enum Bound {
    /** Nothing: boost less drag is what counts. */
    NONE,
    /** Boost less drag exceeds what friends may lift. */
    BOOST_CAP,
    /** Drag less boost exceeds what friends may drag. */
    DRAG_CAP,
    /** Fewer ties than the policy's minimum: the score is the base. */
    TOO_FEW_TIES,
    /** The member does not consent to social scoring: the score is the base. */
    NO_CONSENT,
    /** The policy is off: the score is the base. */
    POLICY_OFF
}
