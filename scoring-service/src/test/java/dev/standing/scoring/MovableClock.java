package dev.standing.scoring;

import dev.standing.delivery.writer.MovableTime;
import jakarta.inject.Singleton;

/** The time that a test says, to the service and of its database. */
@Singleton
public class MovableClock extends MovableTime {}
