package dev.standing.local.stack;

import dev.standing.local.home.StackFailure;
import dev.standing.local.process.Ports;
import dev.standing.stack.ManagementPort;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Which part of the stack listens where, all counted from one base: 8080 gives 8081 to 8086, and 9081 to 9083 for health and
 * metrics of the services.
 */
public record PortPlan(int base) {

    public static final int DEFAULT_BASE = 8080;

    /** How far away the next stack has room: between the ports of this one. */
    private static final int TO_NEXT = 100;

    private static final int LEAST_BASE = 1023;
    private static final int GREATEST_BASE = 64_532;

    public PortPlan {
        if (base < LEAST_BASE || base > GREATEST_BASE) {
            throw new StackFailure("--port-base: " + base + " is not from " + LEAST_BASE + " to " + GREATEST_BASE + "; "
                    + DEFAULT_BASE + " is the default.");
        }
    }

    public int ingest() {
        return base + 1;
    }

    public int scoring() {
        return base + 2;
    }

    public int privileges() {
        return base + 3;
    }

    public int postgresql() {
        return base + 4;
    }

    public int kafka() {
        return base + 5;
    }

    /** Where Kafka's controller talks to itself. */
    public int controller() {
        return base + 6;
    }

    /** In the order of the ports. */
    public Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("ingest-service", ingest());
        ports.put("scoring-service", scoring());
        ports.put("privileges-service", privileges());
        ports.put("postgresql", postgresql());
        ports.put("kafka", kafka());
        ports.put("kafka-controller", controller());
        ports.put("health of ingest-service", ManagementPort.of(ingest()));
        ports.put("health of scoring-service", ManagementPort.of(scoring()));
        ports.put("health of privileges-service", ManagementPort.of(privileges()));
        return ports;
    }

    public void requireFree() {
        requireFree(Ports::isFree);
    }

    void requireFree(IntPredicate isFree) {
        byName().forEach((name, port) -> {
            if (!isFree.test(port)) {
                throw new StackFailure("Port " + port + " for " + name
                        + " is in use: end what listens there, or move all ports with --port-base " + elsewhere()
                        + ".");
            }
        });
    }

    private int elsewhere() {
        return base + TO_NEXT > GREATEST_BASE ? DEFAULT_BASE : base + TO_NEXT;
    }
}
