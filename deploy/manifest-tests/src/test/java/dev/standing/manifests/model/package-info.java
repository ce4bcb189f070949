/** The models that a cluster would read each object by: what they do not know fails. */
@NullMarked
package dev.standing.manifests.model;

import org.jspecify.annotations.NullMarked;
