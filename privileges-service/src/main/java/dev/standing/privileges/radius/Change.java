package dev.standing.privileges.radius;

/** What a running session is to be told. */
record Change(SessionKey session, String member, Line line) {}
