package org.javampi.river.nws;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * How a server of workspaces serves.
 *
 * @param bind the address to listen on; clients that reach it can read and change all workspaces
 * @param port for clients; 0 takes a free one
 * @param webPort for browsers; 0 takes a free one, -1 serves no pages
 * @param save directory for persistent workspaces; null keeps them in memory only
 */
public record NwsSettings(InetAddress bind, int port, int webPort, Path save) {
    /** No pages. */
    public static final int NO_PAGES = -1;

    /** On loopback, which clients call by IPv4; no pages, nothing saved. */
    public static NwsSettings onPort(int port) {
        try {
            return new NwsSettings(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port, NO_PAGES, null);
        } catch (UnknownHostException e) {
            throw new AssertionError("4 bytes are an address", e);
        }
    }

    /** These on another address. */
    public NwsSettings withBind(InetAddress address) {
        return new NwsSettings(address, port, webPort, save);
    }

    /** These with pages. */
    public NwsSettings withPages(int newWebPort) {
        return new NwsSettings(bind, port, newWebPort, save);
    }

    /** These with persistent workspaces that survive the server. */
    public NwsSettings savingTo(Path directory) {
        return new NwsSettings(bind, port, webPort, directory);
    }
}
