package dev.standing.ingest.partners;

import dev.standing.contracts.identity.PartnerId;
import java.time.LocalDate;

/**
 * How reliable a partner's records are.
 *
 * @param from the first day of the period, in UTC
 * @param through its last, today
 * @param period what was counted in it
 * @param total what was ever counted
 */
public record Reliability(PartnerId partner, LocalDate from, LocalDate through, Counts period, Counts total) {}
