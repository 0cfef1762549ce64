package org.javampi.river.nws;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.javampi.river.nws.page.WebPages;
import org.javampi.river.nws.server.Reactor;

/**
 * A server of workspaces in this process. Serves any number of clients, those that wait too, with one thread. It does not
 * keep the process alive.
 */
public class NwsServer implements AutoCloseable {
    private static final long CLOSE_MS = 10_000;

    private final Reactor reactor;
    private final WebPages pages;
    private final int port;
    private final List<String> remarks;

    private NwsServer(Reactor reactor, WebPages pages, int port, List<String> remarks) {
        this.reactor = reactor;
        this.pages = pages;
        this.port = port;
        this.remarks = List.copyOf(remarks);
    }

    /**
     * Serves on loopback, without pages, and saves nothing.
     *
     * @param port 0 takes a free one
     * @throws NwsException when it cannot
     */
    public static NwsServer start(int port) {
        return start(NwsSettings.onPort(port));
    }

    /**
     * Serves.
     *
     * @throws NwsException when it cannot: an address or a port is not to be had, or the saved state cannot be read
     */
    public static NwsServer start(NwsSettings settings) {
        WebPages pages = null;
        try {
            if (settings.webPort() != NwsSettings.NO_PAGES) {
                pages = WebPages.listen(new InetSocketAddress(settings.bind(), settings.webPort()));
            }
            List<String> remarks = new ArrayList<>();
            InetSocketAddress address = new InetSocketAddress(settings.bind(), settings.port());
            Reactor reactor = Reactor.open(address, pages == null ? -1 : pages.port(), settings.save(), remarks);
            int port = reactor.address().getPort();
            Thread thread = new Thread(reactor, "nws-" + port);
            thread.setDaemon(true);
            thread.start();
            if (pages != null) {
                pages.show(reactor);
            }
            return new NwsServer(reactor, pages, port, remarks);
        } catch (IOException e) {
            if (pages != null) {
                pages.close();
            }
            throw new NwsException(e.getMessage(), e);
        }
    }

    /** The port for clients. */
    public int port() {
        return port;
    }

    /** The port for browsers; -1 without pages. */
    public int webPort() {
        return pages == null ? NwsSettings.NO_PAGES : pages.port();
    }

    /** What people must know of the saved state that was found; empty when all was whole. */
    public List<String> remarks() {
        return remarks;
    }

    /**
     * Waits for the server's end.
     *
     * @throws NwsException when it has ended because it could not save changes any more
     * @throws InterruptedException when the thread is interrupted
     */
    public void awaitEnd() throws InterruptedException {
        try {
            reactor.ended().get();
        } catch (ExecutionException e) {
            throw new NwsException(
                    "the server of workspaces on port " + port + " has ended: " + e.getCause(), e.getCause());
        }
    }

    /** Ends it: clients find their connections closed. What was to be saved is on disk then. */
    @Override
    public void close() {
        if (pages != null) {
            pages.close();
        }
        reactor.close();
        try {
            reactor.ended().get(CLOSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new NwsException("the server of workspaces on port " + port + " does not end well: " + e, e);
        }
    }
}
