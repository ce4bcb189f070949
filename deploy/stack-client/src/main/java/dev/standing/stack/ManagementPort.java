package dev.standing.stack;

/** Where services tell their health and their metrics: as far above the port of their API as everywhere in the local stack. */
public final class ManagementPort {
    private static final int ABOVE_SERVICE = 1000;

    private ManagementPort() {}

    public static int of(int servicePort) {
        return servicePort + ABOVE_SERVICE;
    }
}
