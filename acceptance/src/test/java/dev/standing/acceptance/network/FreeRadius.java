package dev.standing.acceptance.network;

import dev.standing.stack.Await;
import dev.standing.stack.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Debian's radiusd with the files of {@code deploy/radius}, and radclient as the access server. It plays the server that hears of changes too. */
final class FreeRadius implements AutoCloseable {
    static final String SECRET = "testing123";
    private static final Path SHIPPED = Repository.root().resolve("deploy/radius");
    private static final Path PROGRAM = Path.of("/usr/sbin/freeradius");
    private static final Path LIBRARY = Path.of("/usr/lib/freeradius");

    private final Process process;
    private final Ports ports;

    private FreeRadius(Process process, Ports ports) {
        this.process = process;
        this.ports = ports;
    }

    /** Where it listens, by UDP. */
    record Ports(int authorization, int accounting, int changes) {
        /** Free at this moment, and below those that the kernel hands out by itself. */
        static Ports free() {
            while (true) {
                int first = ThreadLocalRandom.current().nextInt(12_000, 20_000);
                try (DatagramSocket _ = new DatagramSocket(first);
                        DatagramSocket _ = new DatagramSocket(first + 1);
                        DatagramSocket _ = new DatagramSocket(first + 2)) {
                    return new Ports(first, first + 1, first + 2);
                } catch (SocketException e) {
                    // Somebody has one of them: others, then.
                }
            }
        }
    }

    /** Whether all of it is installed. */
    static boolean isHere() {
        return Files.isExecutable(PROGRAM)
                && Files.isExecutable(Path.of("/usr/bin/radclient"))
                && Files.exists(LIBRARY.resolve("rlm_rest.so"));
    }

    /** Starts it, to ask at this door. */
    static FreeRadius start(Path folder, Ports ports, String door, String token) throws IOException {
        Path raddb = Files.createDirectories(folder.resolve("raddb"));
        Path content = Files.createDirectories(raddb.resolve("mods-config"));
        write(raddb.resolve("module"), shipped("standing.module").replace("https://privileges.standing.example", door));
        write(raddb.resolve("token-module"), shipped("standing.token-module"));
        write(raddb.resolve("policy"), shipped("standing.policy"));
        write(
                content.resolve("standing-token"),
                shipped("standing-token.example").replace("TOKEN", token));
        write(raddb.resolve("radiusd.conf"), """
                raddbdir = %1$s
                modconfdir = ${raddbdir}/mods-config
                logdir = %2$s
                run_dir = %2$s
                libdir = %3$s
                client local {
                  ipaddr = 127.0.0.1
                  secret = %4$s
                }
                modules {
                  always ok {
                    rcode = ok
                  }
                  $INCLUDE module
                  $INCLUDE token-module
                }
                policy {
                  $INCLUDE policy
                }
                server default {
                  listen {
                    type = auth
                    ipaddr = 127.0.0.1
                    port = %5$d
                  }
                  listen {
                    type = acct
                    ipaddr = 127.0.0.1
                    port = %6$d
                  }
                  listen {
                    type = coa
                    ipaddr = 127.0.0.1
                    port = %7$d
                  }
                  authorize {
                    standing_authorize
                    update control {
                      &Auth-Type := Accept
                    }
                  }
                  accounting {
                    standing_accounting
                  }
                  recv-coa {
                    ok
                  }
                }
                """.formatted(
                        raddb, folder, LIBRARY, SECRET, ports.authorization(), ports.accounting(), ports.changes()));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(PROGRAM.toString(), "-d", raddb.toString(), "-f", "-l", "stdout", "-xx")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Await.until(
                "radiusd is ready", Duration.ofSeconds(20), () -> read(log), said -> said.contains("Ready to process"));
        return new FreeRadius(process, ports);
    }

    /** What radclient says of the answer. */
    String authorize(String member) {
        return radclient("auth", ports.authorization(), "User-Name=\"" + member + "\",User-Password=\"secret\"");
    }

    void begins(String session, String member) {
        radclient(
                "acct",
                ports.accounting(),
                "User-Name=\"" + member + "\",Acct-Status-Type=Start,NAS-IP-Address=127.0.0.1,Acct-Session-Id=\""
                        + session + "\"");
    }

    private static String radclient(String command, int port, String attributes) {
        try {
            Process client = new ProcessBuilder(
                            "radclient", "-x", "-t", "5", "-r", "1", "127.0.0.1:" + port, command, SECRET)
                    .redirectErrorStream(true)
                    .start();
            try (var input = client.outputWriter(StandardCharsets.UTF_8)) {
                input.write(attributes + "\n");
            }
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shipped(String file) throws IOException {
        return Files.readString(SHIPPED.resolve(file));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    /** The lines of an answer that are about bandwidth. */
    static List<String> bandwidths(String said) {
        return said.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("WISPr-Bandwidth"))
                .toList();
    }
}
