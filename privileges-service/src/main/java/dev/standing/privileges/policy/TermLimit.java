package dev.standing.privileges.policy;

/** The most that may be lent over a term of so many months, both ends included; 0 where nothing is. */
public record TermLimit(int fromMonths, int throughMonths, long maxAmountMinor) {
    boolean covers(int termMonths) {
        return fromMonths <= termMonths && termMonths <= throughMonths;
    }
}
