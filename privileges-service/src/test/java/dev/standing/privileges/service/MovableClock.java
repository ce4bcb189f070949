package dev.standing.privileges.service;

import dev.standing.delivery.writer.MovableTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** The time that a test says, to the service and of its database. */
@Alternative
@Priority(1)
@Singleton
public class MovableClock extends MovableTime {}
