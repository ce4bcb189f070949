package dev.standing.stack.http;

import dev.standing.stack.Service;

/** Sees every answer that any {@link Client} of this process gets, before its caller does; found by {@link java.util.ServiceLoader}. May be called from any thread. */
public interface Witness {
    /**
     * Takes note of an answer.
     *
     * @throws AssertionError where a service may not answer so
     */
    void saw(Service service, String method, String path, Answer answer);
}
