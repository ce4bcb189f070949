package dev.standing.privileges.policy;

/** What a perk that lends money lends in, and over which terms. */
public record Limits(String currency, int fromMonths, int throughMonths) {
    public boolean covers(int termMonths) {
        return fromMonths <= termMonths && termMonths <= throughMonths;
    }
}
