/** What holds of the manifests of any overlay, a class for each matter. */
@NullMarked
package dev.standing.manifests.check;

import org.jspecify.annotations.NullMarked;
