/** The rules of the users of Kafka, given to a real broker and tried. */
@NullMarked
package dev.standing.manifests.acl;

import org.jspecify.annotations.NullMarked;
