package dev.standing.privileges.service;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An access server that hears of changes, written after RFC 5176 and not after ours: what is signed with another secret it passes over. */
final class AccessServer implements AutoCloseable {
    static final int ACK = 44;
    static final int NAK = 45;

    private final DatagramSocket socket;
    private final byte[] secret;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private volatile int answer = ACK;

    AccessServer(int port, String secret) throws SocketException {
        this.socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /** What was heard, each as {@code session down up}. */
    Queue<String> heard() {
        return heard;
    }

    /** From here on this code, or silence for 0. */
    void answers(int code) {
        answer = code;
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
                socket.receive(packet);
                byte[] request = Arrays.copyOf(packet.getData(), packet.getLength());
                if (isSigned(request)) {
                    heard.add(text(request));
                    if (answer > 0) {
                        byte[] reply = reply(request);
                        socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                    }
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            if (!socket.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean isSigned(byte[] request) throws GeneralSecurityException {
        byte[] zeros = request.clone();
        Arrays.fill(zeros, 4, 20, (byte) 0);
        return request[0] == 43 && Arrays.equals(md5(zeros), Arrays.copyOfRange(request, 4, 20));
    }

    private byte[] reply(byte[] request) throws GeneralSecurityException {
        byte[] reply = Arrays.copyOf(request, 20);
        reply[0] = (byte) answer;
        reply[2] = 0;
        reply[3] = 20;
        System.arraycopy(md5(reply), 0, reply, 4, 16);
        return reply;
    }

    private byte[] md5(byte[] packet) throws GeneralSecurityException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        md5.update(packet);
        return md5.digest(secret);
    }

    private static String text(byte[] request) {
        String session = "";
        long down = 0;
        long up = 0;
        ByteBuffer bytes = ByteBuffer.wrap(request);
        for (int at = 20; at < request.length; at += request[at + 1]) {
            if (request[at] == 44) {
                session = new String(request, at + 2, request[at + 1] - 2, StandardCharsets.UTF_8);
            } else if (request[at] == 26 && bytes.getInt(at + 2) == 14122 && request[at + 6] == 8) {
                down = Integer.toUnsignedLong(bytes.getInt(at + 8));
            } else if (request[at] == 26 && bytes.getInt(at + 2) == 14122 && request[at + 6] == 7) {
                up = Integer.toUnsignedLong(bytes.getInt(at + 8));
            }
        }
        return session + " " + down + " " + up;
    }

    @Override
    public void close() {
        socket.close();
    }
}
