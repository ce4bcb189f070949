/** Who may talk to whom by the network policies, and who should. */
@NullMarked
package dev.standing.manifests.network;

import org.jspecify.annotations.NullMarked;
