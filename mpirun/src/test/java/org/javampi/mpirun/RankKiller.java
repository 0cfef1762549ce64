package org.javampi.mpirun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.javampi.checkpoint.CheckpointDirectory;

/**
 * Kills a rank of the running job, so many times: each time after a checkpoint more, and a random
 * while later.
 */
final class RankKiller implements AutoCloseable {
    private static final int MOST_LATER_NS = 100_000_000;

    private final CheckpointDirectory checkpoints;
    private final Random random;
    private final Thread thread;

    /** Of the job that keeps its checkpoints in {@code directory}; kills nobody yet. */
    RankKiller(Path directory, int times, long seed) {
        checkpoints = new CheckpointDirectory(directory);
        random = new Random(seed);
        thread = new Thread(() -> kill(times), "rank-killer");
    }

    void start() {
        thread.start();
    }

    private void kill(int times) {
        long last = 0;
        try {
            for (int kill = 0; kill < times; kill++) {
                last = awaitNewer(last);
                LockSupport.parkNanos(random.nextInt(MOST_LATER_NS));
                List<ProcessHandle> alive = ProcessHandle.current()
                        .descendants()
                        .filter(RankKiller::isRank)
                        .toList();
                if (!alive.isEmpty()) {
                    alive.get(random.nextInt(alive.size())).destroyForcibly();
                }
            }
        } catch (IOException | InterruptedException e) {
            // The run ends by itself, and shows that too few were killed.
            return;
        }
    }

    private long awaitNewer(long last) throws IOException, InterruptedException {
        while (true) {
            List<Long> epochs = checkpoints.epochs();
            if (!epochs.isEmpty() && epochs.get(epochs.size() - 1) > last) {
                return epochs.get(epochs.size() - 1);
            }
            Thread.sleep(1);
        }
    }

    private static boolean isRank(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("VirtualMachineMain"))
                .isPresent();
    }

    /** Kills no more. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
