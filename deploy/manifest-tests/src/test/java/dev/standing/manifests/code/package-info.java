/** What the code says that the manifests must say too: ports, topics, settings. */
@NullMarked
package dev.standing.manifests.code;

import org.jspecify.annotations.NullMarked;
