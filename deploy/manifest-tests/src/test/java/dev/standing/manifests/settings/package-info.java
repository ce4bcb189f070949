/** Every setting that an operator has: read from the code, checked in the manifests, written down in deploy/README.md. */
@NullMarked
package dev.standing.manifests.settings;

import org.jspecify.annotations.NullMarked;
