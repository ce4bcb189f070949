/** What an operator is told: metrics, and the dashboards and alerts that read them. */
@NullMarked
package dev.standing.acceptance.operating;

import org.jspecify.annotations.NullMarked;
