/** The propagation kernel; the packages that are not exported are its own affair. */
module dev.standing.influence {
    requires static transitive org.jspecify;

    exports dev.standing.influence;
    exports dev.standing.influence.input;
    exports dev.standing.influence.policy;
    exports dev.standing.influence.report;
}
