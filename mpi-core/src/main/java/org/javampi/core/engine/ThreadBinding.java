package org.javampi.core.engine;

import java.io.IOException;
import java.util.List;
import org.javampi.river.platform.Platform;
import org.javampi.river.platform.Processors;

/** Binds one thread of a rank to the rank's core; where the platform cannot, it says so. */
final class ThreadBinding {
    private final Processors processors = Platform.current().processors();
    private final int own;
    private final int ranks;
    private final String rank;
    private final boolean isReported;

    /**
     * For one rank.
     *
     * @param own its position among the ranks of its host
     * @param ranks how many those are
     * @param rank its name, for what is reported
     * @param isReported whether a line on standard error says what has been done
     */
    ThreadBinding(int own, int ranks, String rank, boolean isReported) {
        this.own = own;
        this.ranks = ranks;
        this.rank = rank;
        this.isReported = isReported;
    }

    /** Says that the thread is not bound, if bindings are reported. */
    void reportUnbound() {
        report("not bound");
    }

    /** Binds the calling thread before it goes on; prints why if that fails. */
    void bind() {
        try {
            bind(processors.callingThread());
        } catch (IOException e) {
            print("cannot be bound to a core: " + e.getMessage() + "; leave --bind-to core out");
        }
    }

    /**
     * Lets the calling thread go on while it is being bound. If that fails it stays as it is, and
     * only those hear of it who want bindings reported: nobody has asked for this one.
     *
     * @return the thread that sees to it; null where there is nothing to be done
     */
    Thread bindInBackground() {
        String thread;
        try {
            thread = processors.callingThread();
        } catch (IOException e) {
            report("not bound: " + e.getMessage());
            return null;
        }
        Thread worker = new Thread(() -> bindOrReport(thread), "javampi-binding");
        worker.setDaemon(true);
        worker.start();
        return worker;
    }

    private void bindOrReport(String thread) {
        try {
            bind(thread);
        } catch (IOException e) {
            report("not bound: " + e.getMessage());
        }
    }

    private void bind(String thread) throws IOException {
        List<String> cores = processors.forRanks(ranks);
        String core = cores.get(own % cores.size());
        processors.bind(thread, core);
        report("bound to core " + core);
    }

    private void report(String state) {
        if (isReported) {
            print("is " + state);
        }
    }

    private void print(String what) {
        System.err.println("javampi: " + rank + " " + what);
    }
}
