package org.javampi.core.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.CoordinatedJob;
import org.javampi.checkpoint.Coordinator;
import org.javampi.checkpoint.Fault;
import org.javampi.checkpoint.Manifest;
import org.javampi.checkpoint.Recording;
import org.javampi.checkpoint.Recordings;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;

/** The checkpoints of a world inside one VM, or none. */
final class WorldCheckpoints {
    private final long patienceMs;
    private final Coordinator coordinator;
    private final int incarnation;

    /** The checkpoint that the world begins at, or 0. */
    private final long from;

    private final List<UUID> resources;
    private final Map<Integer, Consumer<CheckpointOrder>> listeners = new ConcurrentHashMap<>();

    private WorldCheckpoints(Path directory, Manifest before, World world) {
        patienceMs = world.patience().toMillis();
        incarnation = before == null ? 0 : before.incarnation() + 1;
        from = before == null ? 0 : before.epoch();
        resources = before == null ? fresh(world) : before.resources();
        if (directory == null) {
            coordinator = null;
            return;
        }
        try {
            coordinator = new Coordinator(
                    new CoordinatedJob(
                            world.job(),
                            resources,
                            incarnation,
                            before == null ? 0 : before.epoch(),
                            List.of(),
                            0,
                            patienceMs,
                            CheckpointDirectory.LEAST_KEPT,
                            rank -> "rank " + rank),
                    new CheckpointDirectory(directory),
                    this::tell,
                    new Fault("nobody", null),
                    text -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WorldCheckpoints none(World world) {
        return new WorldCheckpoints(null, null, world);
    }

    static WorldCheckpoints into(Path directory, World world) {
        return new WorldCheckpoints(directory, null, world);
    }

    static WorldCheckpoints from(Path path, World world) {
        CheckpointDirectory directory = new CheckpointDirectory(path);
        try {
            Manifest before = directory
                    .newest(damage -> {})
                    .orElseThrow(() -> new IllegalArgumentException("no checkpoint in " + path));
            if (before.resources().size() != world.size()) {
                throw new IllegalArgumentException(
                        "the checkpoint has " + before.resources().size() + " ranks, this world " + world.size());
            }
            world.setting("restart.from", directory.of(before.epoch()).toString());
            return new WorldCheckpoints(path, before, world);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<UUID> fresh(World world) {
        List<UUID> names = new ArrayList<>();
        for (int rank = 0; rank < world.size(); rank++) {
            names.add(new UUID(world.job().getMostSignificantBits(), rank));
        }
        return names;
    }

    int incarnation() {
        return incarnation;
    }

    UUID resourceOf(int rank) {
        return resources.get(rank);
    }

    /** Begins to record the calls of the world's ranks, beside the checkpoints in {@code directory}. */
    Recording record(Path directory, UUID job) {
        List<Long> noBytes = Collections.nCopies(resources.size(), 0L);
        List<String> noHashes = Collections.nCopies(resources.size(), "");
        try {
            return new Recordings(directory)
                    .begin(new Manifest(job, from, incarnation, 0, resources, noBytes, noHashes, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void listen(int rank, Consumer<CheckpointOrder> listener) {
        listeners.put(rank, listener);
    }

    void onJoined(int rank) {
        if (coordinator != null) {
            coordinator.onJoined(rank);
        }
    }

    void onReport(int rank, CheckpointReport report) {
        if (coordinator != null) {
            coordinator.onReport(rank, report);
        }
    }

    void request(CheckpointAnswer answer) {
        if (coordinator == null) {
            answer.tell(false, "the world keeps no checkpoints");
        } else {
            coordinator.request(answer);
        }
    }

    private void tell(int rank, CheckpointOrder order) {
        Consumer<CheckpointOrder> listener = listeners.get(rank);
        if (listener != null) {
            listener.accept(order);
        }
    }

    /** Lets what is being written be completed. */
    void close() {
        if (coordinator == null) {
            return;
        }
        try {
            coordinator.settle(patienceMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        coordinator.close();
    }
}
