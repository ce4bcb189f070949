/** What members, partners, analysts and operators can ask. */
@NullMarked
package dev.standing.scoring.web;

import org.jspecify.annotations.NullMarked;
