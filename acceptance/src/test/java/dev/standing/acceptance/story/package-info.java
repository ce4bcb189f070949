/** What the suite is for, from end to end. */
@NullMarked
package dev.standing.acceptance.story;

import org.jspecify.annotations.NullMarked;
