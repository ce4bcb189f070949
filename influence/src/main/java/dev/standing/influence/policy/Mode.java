package dev.standing.influence.policy;

/** Which way scores may travel over ties. */
public enum Mode {
    /** Friends who stand higher lift a member; friends who stand lower take nothing. */
    BOOST_ONLY,
    /** Friends who stand higher lift, friends who stand lower drag; severed ties drag on until they are forgotten. */
    TWO_WAY,
    /** Every score is its base. */
    OFF
}
