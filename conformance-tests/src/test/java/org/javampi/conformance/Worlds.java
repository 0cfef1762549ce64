package org.javampi.conformance;

import java.time.Duration;
import org.javampi.core.world.World;
import org.javampi.testing.Patience;

/**
 * Runs a program in one VM over shared memory, over TCP, and over both with ranks on different
 * pretended hosts.
 */
public final class Worlds {
    private static final Duration DEADLINE = Patience.duration(120);

    private Worlds() {}

    /** Every transport in turn. */
    public static void overAll(int ranks, World.Body body) {
        World.of(ranks).transport("shm").deadline(DEADLINE).run(body);
        World.of(ranks).transport("tcp").deadline(DEADLINE).run(body);
        World.of(ranks)
                .transport("shm,tcp")
                .hosts(rank -> rank / 2)
                .deadline(DEADLINE)
                .run(body);
    }
}
