/** What deploy/kubernetes holds, rendered, read and checked without a cluster. */
@NullMarked
package dev.standing.manifests;

import org.jspecify.annotations.NullMarked;
