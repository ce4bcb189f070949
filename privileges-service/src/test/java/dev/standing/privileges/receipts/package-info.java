@NullMarked
package dev.standing.privileges.receipts;

import org.jspecify.annotations.NullMarked;
