package dev.standing.privileges.radius;

/**
 * A session, within the network of one partner.
 *
 * @param server the address of the access server, as accounting names it
 * @param id as the access server names the session
 */
record SessionKey(String partner, String server, String id) {}
