/** What a member did, as integers per partner, kind, category group, currency and day: sums that commute and can be undone. */
@NullMarked
package dev.standing.scoring.activity;

import org.jspecify.annotations.NullMarked;
