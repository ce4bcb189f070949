package dev.standing.privileges.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A way to a server of this machine that is not there until it is opened. */
final class Link implements AutoCloseable {
    private final ServerSocket door;

    private Link(ServerSocket door) {
        this.door = door;
    }

    static Link open(int port, int server) {
        try {
            Link link = new Link(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
            Thread.ofPlatform().daemon().start(() -> link.serve(server));
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(int server) {
        try {
            while (true) {
                Socket caller = door.accept();
                Socket called = new Socket(InetAddress.getLoopbackAddress(), server);
                Thread.ofPlatform().daemon().start(() -> pass(caller, called));
                Thread.ofPlatform().daemon().start(() -> pass(called, caller));
            }
        } catch (IOException e) {
            // Closed: nobody is let in any more.
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two has left, and so does the other.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
