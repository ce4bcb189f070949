package dev.standing.privileges.radius;

/** Who lets members into a network and hears of changes. Its secret is never part of what it says of itself. */
record AccessServer(String address, int port, String secret) {
    @Override
    public String toString() {
        return address + ":" + port;
    }
}
