package dev.standing.stack.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A POST whose body is sent while its answer is read, as the stream endpoint allows and {@code java.net.http} does not over
 * HTTP/1.1: it reads nothing before all is sent, and both sides would wait for each other once the buffers are full.
 */
public final class LineStream {
    private static final int CHUNK_BYTES = 32 * 1024;
    private static final int TIMEOUT_IN_MILLIS = 120_000;

    private final URI url;
    private final String token;

    LineStream(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /**
     * Sends the lines and hands each line of the answer over.
     *
     * @return the status
     */
    public int send(Iterator<String> lines, Consumer<String> answer) {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(TIMEOUT_IN_MILLIS);
            List<IOException> failures = new ArrayList<>();
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), CHUNK_BYTES);
            out.write(head().getBytes(StandardCharsets.US_ASCII));
            Thread sender = Thread.ofVirtual().start(() -> sendBody(lines, out, failures));
            int status = receive(new BufferedInputStream(socket.getInputStream()), answer);
            sender.join();
            if (!failures.isEmpty() && status == 200) {
                throw failures.getFirst();
            }
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException("POST " + url + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String head() {
        return "POST " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: " + Client.NDJSON + "\r\nAccept: " + Client.NDJSON
                + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
    }

    private static void sendBody(Iterator<String> lines, OutputStream out, List<IOException> failures) {
        try {
            StringBuilder chunk = new StringBuilder();
            while (lines.hasNext()) {
                chunk.append(lines.next()).append('\n');
                if (chunk.length() >= CHUNK_BYTES || !lines.hasNext()) {
                    byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
                    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(bytes);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    chunk.setLength(0);
                }
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            failures.add(e);
        }
    }

    private static int receive(InputStream in, Consumer<String> answer) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            chunked |= header.equalsIgnoreCase("transfer-encoding: chunked");
        }
        BufferedReader body =
                new BufferedReader(new InputStreamReader(chunked ? new Chunks(in) : in, StandardCharsets.UTF_8));
        for (String line = body.readLine(); line != null; line = body.readLine()) {
            if (!line.isBlank()) {
                answer.accept(line);
            }
        }
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    /** The content of a chunked body. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private int left;
        private boolean ended;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (left == 0 && !ended) {
                nextChunk();
            }
            if (ended) {
                return -1;
            }
            int got = in.read(bytes, from, Math.min(most, left));
            if (got < 0) {
                throw new EOFException("the answer was cut off");
            }
            left -= got;
            if (left == 0) {
                line(in);
            }
            return got;
        }

        private void nextChunk() throws IOException {
            String size = line(in);
            if (size.isEmpty()) {
                throw new EOFException("the answer was cut off");
            }
            left = Integer.parseInt(size, 16);
            ended = left == 0;
        }
    }
}
