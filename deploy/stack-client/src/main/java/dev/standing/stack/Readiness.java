package dev.standing.stack;

/** Asks a service on this machine whether it is ready. */
public final class Readiness {

    private final Management management;

    /** Of the service with this port. */
    public Readiness(int servicePort) {
        this.management = new Management(servicePort);
    }

    public boolean isReady() {
        return management.page("/q/health/ready").isPresent();
    }
}
