package org.javampi.mpirun.watch;

import java.util.ArrayList;
import java.util.List;
import org.javampi.job.control.CheckpointAnswer;

/** Visitors that wait until all ranks of this life of the job take part. Thread-safe. */
final class Beginnings implements AutoCloseable {
    private final List<CheckpointAnswer> waiting = new ArrayList<>();
    private int missing;
    private boolean isOver;

    /** Of a life of {@code ranks} ranks. */
    Beginnings(int ranks) {
        missing = ranks;
    }

    /** {@code answer} hears when all take part, or that the life has ended before. */
    synchronized void await(CheckpointAnswer answer) {
        waiting.add(answer);
        tellWhenKnown();
    }

    /** One more rank takes part. */
    synchronized void onJoined() {
        missing--;
        tellWhenKnown();
    }

    private void tellWhenKnown() {
        if (missing <= 0 || isOver) {
            boolean all = missing <= 0;
            waiting.forEach(
                    answer -> answer.tell(all, all ? "all ranks continue" : "the job has ended before it continued"));
            waiting.clear();
        }
    }

    @Override
    public synchronized void close() {
        isOver = true;
        tellWhenKnown();
    }
}
