/** Reading everybody's activity anew because somebody asks for it. */
@NullMarked
package dev.standing.scoring.reevaluation;

import org.jspecify.annotations.NullMarked;
