/** The little of kustomize that the manifests use; a test compares it with kustomize itself. */
@NullMarked
package dev.standing.manifests.render;

import org.jspecify.annotations.NullMarked;
