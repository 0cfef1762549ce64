package org.javampi.conformance.harness;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;
import org.javampi.testing.Patience;

/** Plays several scenes at the same time, each in a world of its own: worlds that wait for most of their time. */
public final class Stage implements AutoCloseable {
    private static final long LONGEST_S = 300;

    private final ThreadPoolExecutor worlds;

    /**
     * How a scene has ended.
     *
     * @param status that of a launched job: 0 when it has ended well
     * @param message what the job would have printed
     */
    public record Ending(int status, String message) {}

    /** A stage on which so many scenes are played at once. */
    public Stage(int scenes) {
        worlds = new ThreadPoolExecutor(
                scenes, scenes, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, "scene"));
        // Threads that come later might belong to a world that is running.
        worlds.prestartAllCoreThreads();
    }

    /** Begins a scene over {@code transport} as soon as there is room for it. */
    public CompletableFuture<Ending> play(Scene scene, String transport) {
        return CompletableFuture.supplyAsync(() -> end(scene, transport), worlds);
    }

    private static Ending end(Scene scene, String transport) {
        try {
            World.of(scene.size())
                    .transport(transport)
                    .deadline(Patience.duration(LONGEST_S))
                    .run(scene::play);
            return new Ending(0, "");
        } catch (WorldFailure failure) {
            return new Ending(failure.status(), failure.getMessage());
        }
    }

    @Override
    public void close() {
        worlds.shutdownNow();
    }
}
