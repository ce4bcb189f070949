package dev.standing.influence;

/** Which way scores may travel over ties. */
public enum Mode {
    BOOST_ONLY,
    TWO_WAY,
    OFF
}
