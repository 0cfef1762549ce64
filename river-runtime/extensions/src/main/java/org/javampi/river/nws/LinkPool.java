package org.javampi.river.nws;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The connections of one workspace object. The first one opens, and so perhaps owns, the workspace; it also serves all
 * requests as long as one thread makes them. While it is busy, requests of other threads get connections of their own,
 * which use the workspace and own nothing. Any thread.
 */
final class LinkPool implements Closeable {
    private final String host;
    private final int port;
    private final Opening first;
    private final Opening more;
    private final Deque<ServerLink> idle = new ArrayDeque<>();
    private final Set<ServerLink> all = new LinkedHashSet<>();
    private ServerLink owner;
    private String lost;
    private boolean begun;

    /** What a new connection says first. */
    interface Opening {
        void on(ServerLink link) throws IOException;
    }

    /** One request and its reply. */
    interface Exchange<T> {
        T on(ServerLink link) throws IOException;
    }

    LinkPool(String host, int port, Opening first, Opening more) {
        this.host = host;
        this.port = port;
        this.first = first;
        this.more = more;
    }

    /** Whether a connection was made. */
    synchronized boolean hasBegun() {
        return begun;
    }

    /** Does something with a connection that nobody else uses meanwhile. */
    <T> T exchange(String what, Exchange<T> exchange) {
        ServerLink link = null;
        boolean whole = false;
        try {
            link = take();
            T result = exchange.on(link);
            whole = true;
            return result;
        } catch (NwsException e) {
            // The reply has been read to its end.
            whole = true;
            throw e;
        } catch (IOException e) {
            String why = Thread.currentThread().isInterrupted() ? "the waiting thread was interrupted" : e.getMessage();
            String text = what + " with the server of workspaces at " + host + ":" + port + ": " + why
                    + (link == null ? "; start one with 'river nws'" : "");
            throw new NwsException(text, e);
        } finally {
            if (link != null) {
                giveBack(link, whole);
            }
        }
    }

    private ServerLink take() throws IOException {
        boolean isFirst;
        synchronized (this) {
            if (lost != null) {
                throw new IOException(lost);
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
            isFirst = !begun;
            begun = true;
        }
        ServerLink link = null;
        try {
            link = ServerLink.open(host, port);
            (isFirst ? first : more).on(link);
            synchronized (this) {
                if (lost != null) {
                    throw new IOException(lost);
                }
                all.add(link);
                if (isFirst) {
                    owner = link;
                }
            }
            return link;
        } catch (IOException | NwsException e) {
            if (link != null) {
                link.close();
            }
            synchronized (this) {
                // The next one may try again.
                begun &= !isFirst;
            }
            throw e;
        }
    }

    private synchronized void giveBack(ServerLink link, boolean whole) {
        if (whole && lost == null) {
            idle.push(link);
            return;
        }
        all.remove(link);
        if (link == owner && lost == null) {
            lost = "the connection that owned what this object has opened is lost; make a new one";
        }
        try {
            link.close();
        } catch (IOException e) {
            lost = lost == null ? e.toString() : lost;
        }
    }

    /** Ends all connections; requests that wait fail. */
    @Override
    public synchronized void close() throws IOException {
        lost = "it is closed";
        for (ServerLink link : all) {
            link.close();
        }
        all.clear();
        idle.clear();
    }
}
