package dev.standing.scoring.activity;

/**
 * What one series of days is about.
 *
 * @param categoryGroup group of the merchant category; {@code other} where the record carried none
 */
public record SeriesKey(String partner, String kind, String categoryGroup) {}
