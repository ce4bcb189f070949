/** What the local stack keeps in a folder, and who may use it. */
@NullMarked
package dev.standing.local.home;

import org.jspecify.annotations.NullMarked;
