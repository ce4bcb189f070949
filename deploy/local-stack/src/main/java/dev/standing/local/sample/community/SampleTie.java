package dev.standing.local.sample.community;

/** A line of the import of ties. */
public record SampleTie(String a, String b, double weight, String evidence) {}
