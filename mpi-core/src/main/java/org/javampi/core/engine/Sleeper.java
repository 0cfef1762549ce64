package org.javampi.core.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where one thread of a rank at a time blocks until something arrives: the selector all media wake.
 */
public class Sleeper implements AutoCloseable {
    /**
     * Transports look at their channels themselves: which keys are ready is of no interest. A set of ready keys would
     * make garbage at each sleep.
     */
    private static final Consumer<SelectionKey> IGNORE = key -> {};

    private final Selector selector;

    /** A sleeper with a selector of its own. */
    public Sleeper() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a selector", e);
        }
    }

    /** What transports register with. */
    public Selector selector() {
        return selector;
    }

    /** Blocks until woken, at most {@code limitNs}. */
    void sleep(long limitNs) {
        try {
            selector.select(IGNORE, Math.max(1, TimeUnit.NANOSECONDS.toMillis(limitNs)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot wait for messages", e);
        }
    }

    /** Ends a sleep that is under way, or the next one. */
    void wake() {
        selector.wakeup();
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the selector", e);
        }
    }
}
