package org.javampi.mpirun.watch;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.javampi.job.control.CheckpointReport;
import org.javampi.job.control.CheckpointReport.Verb;

/** Says once, when the first checkpoint is due, that the program has shown no place for it yet. Any thread may call. */
final class FirstPoint {
    private final Consumer<String> log;

    /** Whether the first rank has answered, or need not be looked at. */
    private final AtomicBoolean isKnown;

    /** @param transparent whether the job needs no places of the program */
    FirstPoint(boolean transparent, Consumer<String> log) {
        this.log = log;
        isKnown = new AtomicBoolean(transparent);
    }

    void onReport(CheckpointReport report) {
        if (report.verb() == Verb.HELD && !isKnown.getAndSet(true) && report.number() == 0) {
            log.accept(
                    "checkpoint " + report.epoch() + " waits: no Checkpoint.here() has been called yet. Call it in the"
                            + " program's loop, or add --transparent to save the program as it is");
        }
    }
}
