@NullMarked
package dev.standing.receipts;

import org.jspecify.annotations.NullMarked;
