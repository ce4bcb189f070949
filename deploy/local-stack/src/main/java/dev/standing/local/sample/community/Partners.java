package dev.standing.local.sample.community;

import java.util.List;

/** The partners of the sample, each with business of its own. */
public final class Partners {

    static final String GROCER = "fresh-market";
    static final String LANDLORD = "habitat-homes";
    static final String UTILITY = "brightwater";
    static final String TELECOM = "northline";
    static final String SHOP = "parcel-lane";
    static final String HIRE = "wheelhouse";
    public static final String LENDER = "quayside-credit";
    static final String BANK = "harbour-bank";

    static final List<String> ALL = List.of(GROCER, LANDLORD, UTILITY, TELECOM, SHOP, HIRE, LENDER, BANK);

    private Partners() {}
}
