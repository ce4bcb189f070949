package dev.standing.ingest.partners;

/**
 * What is told of a partner.
 *
 * @param basisPoints the least share of its records that are wrong
 * @param version 1 for the first
 */
record Figure(String partner, int basisPoints, long version) {}
