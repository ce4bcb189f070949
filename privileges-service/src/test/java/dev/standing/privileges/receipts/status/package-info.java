@NullMarked
package dev.standing.privileges.receipts.status;

import org.jspecify.annotations.NullMarked;
