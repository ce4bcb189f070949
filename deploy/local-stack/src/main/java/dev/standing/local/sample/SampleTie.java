package dev.standing.local.sample;

/** A line of the import of ties. */
record SampleTie(String a, String b, double weight, String evidence) {}
