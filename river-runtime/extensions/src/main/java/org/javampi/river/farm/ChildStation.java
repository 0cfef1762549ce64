package org.javampi.river.farm;

import java.io.IOException;
import java.time.Duration;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.resource.ChildVm;
import org.javampi.river.resource.River;

/** The place of a VM that this process has started. */
final class ChildStation implements Station {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration END = Duration.ofSeconds(5);

    private final River river;
    private final Starter starter;
    private final boolean renewable;
    private volatile ChildVm child;
    private volatile RiverVm vm;
    private boolean closed;

    /** Starts a VM's process. */
    @FunctionalInterface
    interface Starter {
        ChildVm start() throws IOException;
    }

    /**
     * Starts the process; {@link #join} waits for the VM.
     *
     * @param renewable whether another VM takes the place of one that has ended
     */
    ChildStation(River river, Starter starter, boolean renewable) throws IOException {
        this.river = river;
        this.starter = starter;
        this.renewable = renewable;
        child = starter.start();
    }

    /** Waits until the VM can be used. */
    void join() throws IOException, InterruptedException {
        vm = river.find(child.endpoint(START));
    }

    @Override
    public RiverVm vm() {
        return vm;
    }

    @Override
    public String ending() {
        try {
            // Its connection ends a moment before its process.
            child.awaitEnd(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        child.kill();
        return child.ending();
    }

    @Override
    public void kill() {
        child.kill();
    }

    @Override
    public boolean renew() throws IOException, InterruptedException {
        if (!renewable) {
            return false;
        }
        synchronized (this) {
            if (closed) {
                return false;
            }
            child = starter.start();
        }
        join();
        return true;
    }

    /** Tells the VM to end, without waiting for it. */
    void letGo() {
        child.letGo();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            child.close();
        }
    }
}
