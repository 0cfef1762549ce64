package org.javampi.mpirun.launch;

import java.util.List;
import java.util.Map;
import org.javampi.job.OsSignals;
import org.javampi.mpirun.failure.ExitStatus;

/**
 * Signals that reach the launcher. The first that asks it to end ends the job in order; the second ends everything at
 * once. All others are the ranks'.
 */
public final class LauncherSignals {
    private static final Map<String, Integer> ENDING = Map.of("HUP", 1, "INT", 2, "TERM", 15);
    private static final List<String> PASSED = List.of("USR1", "USR2");

    /** What signals do to a running job. */
    interface Target {
        /**
         * The job is to end in order. Returns soon.
         *
         * @param status of the launcher
         */
        void onEnd(String signal, int status);

        /** Everything is to end now. */
        void onEndNow();

        /** The signal is the ranks'. */
        void onPassed(String signal);

        /** The job is to stop until {@link #onResume}; returns when it has gone on. */
        void onSuspend();

        /** The job goes on. */
        void onResume();
    }

    private Target target;
    private boolean ending;

    private LauncherSignals() {}

    /** For a launcher that is not the process: signals do what they did. */
    public static LauncherSignals none() {
        return new LauncherSignals();
    }

    /** From now on signals come here. */
    public static LauncherSignals install() {
        LauncherSignals signals = new LauncherSignals();
        ENDING.keySet().forEach(name -> OsSignals.on(name, signals::end));
        PASSED.forEach(name -> OsSignals.on(name, signals::pass));
        OsSignals.on("TSTP", name -> signals.suspend());
        OsSignals.on("CONT", name -> signals.resume());
        return signals;
    }

    /** Signals are for a job from now on; null for none. */
    synchronized void lead(Target job) {
        target = job;
    }

    private synchronized Target target() {
        return target;
    }

    private void end(String name) {
        int status = ExitStatus.SIGNAL_BASE + ENDING.get(name);
        Target job;
        boolean again;
        synchronized (this) {
            job = target;
            again = ending;
            ending = true;
        }
        if (job == null) {
            // From a thread of its own: a signal's may not wait for shutdown hooks.
            new Thread(() -> System.exit(status), "javampirun-exit").start();
        } else if (again) {
            job.onEndNow();
            Runtime.getRuntime().halt(status);
        } else {
            job.onEnd(name, status);
        }
    }

    private void pass(String name) {
        Target job = target();
        if (job != null) {
            job.onPassed(name);
        }
    }

    private void suspend() {
        Target job = target();
        if (job != null) {
            job.onSuspend();
        }
    }

    private void resume() {
        Target job = target();
        if (job != null) {
            job.onResume();
        }
    }
}
