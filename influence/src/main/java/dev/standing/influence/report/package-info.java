/** What the kernel says: outcomes, explanations and reports, as values. */
@NullMarked
package dev.standing.influence.report;

import org.jspecify.annotations.NullMarked;
