/** How far scores may travel: the influence policy, in numbers and as a document. */
@NullMarked
package dev.standing.influence.policy;

import org.jspecify.annotations.NullMarked;
