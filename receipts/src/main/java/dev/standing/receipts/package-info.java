/** What a member's signed proof of their standing looks like: how it is made, and how whoever is shown one verifies it. */
@NullMarked
package dev.standing.receipts;

import org.jspecify.annotations.NullMarked;
