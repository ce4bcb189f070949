/** What an analyst asks of a settled community: who would gain by dropping a friend, and what a ring of accounts gains. */
@NullMarked
package dev.standing.influence.report;

import org.jspecify.annotations.NullMarked;
