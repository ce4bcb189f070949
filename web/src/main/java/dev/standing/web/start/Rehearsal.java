package dev.standing.web.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/**
 * The start of which the JVM writes down what it loads, for later ones to find it made. The platform's ends before anything has begun and sees
 * half of what a service loads; this one starts whole, on ports and servers of nobody, and ends when what it does by itself is under way.
 */
@Singleton
class Rehearsal {
    /** The platform's word for such a start. */
    private static final String ASKED = "quarkus.appcds.generate";

    private static final String PROFILE = "rehearsal";
    private static final String NOBODYS = "localhost:1";
    private static final Duration LENGTH = Duration.ofSeconds(3);

    /** Nothing that the machine has is touched, whatever stands at the usual ports. */
    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.profile",
            "prod," + PROFILE,
            "quarkus.http.host",
            "127.0.0.1",
            "quarkus.http.port",
            "0",
            "quarkus.management.host",
            "127.0.0.1",
            "quarkus.management.port",
            "0",
            "quarkus.datasource.jdbc.url",
            "jdbc:postgresql://" + NOBODYS + "/none",
            "quarkus.datasource.reactive.url",
            "postgresql://" + NOBODYS + "/none",
            "kafka.bootstrap.servers",
            NOBODYS,
            "mp.jwt.verify.publickey.location",
            "http://" + NOBODYS + "/keys");

    /** Before anything is configured. */
    static void prepareIfAsked() {
        if (Boolean.getBoolean(ASKED)) {
            System.clearProperty(ASKED);
            SETTINGS.forEach(System::setProperty);
        }
    }

    void start(@Observes StartupEvent event) {
        if (ConfigUtils.isProfileActive(PROFILE)) {
            Thread.ofPlatform().daemon().name("rehearsal").start(Rehearsal::end);
        }
    }

    private static void end() {
        try {
            Thread.sleep(LENGTH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Quarkus.asyncExit(0);
    }
}
