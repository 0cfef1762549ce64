package org.javampi.conformance.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.javampi.core.world.World;
import org.javampi.testing.Patience;

/** How the ranks of a program reach each other. */
public enum Place {
    /** One host, through memory. */
    SHM("shm", 1),
    /** One host, through sockets. */
    TCP("tcp", 1),
    /** Two pretended hosts with every other rank: memory inside, sockets between. */
    MIXED("shm,tcp", 2);

    private static final Duration DEADLINE = Patience.duration(120);

    private final String transport;
    private final int hosts;

    Place(String transport, int hosts) {
        this.transport = transport;
        this.hosts = hosts;
    }

    /** The places that differ for {@code ranks} ranks. */
    static List<Place> of(int ranks, boolean everywhere) {
        if (ranks == 1 || !everywhere) {
            return List.of(SHM);
        }
        return ranks == 2 ? List.of(SHM, TCP) : List.of(values());
    }

    /** A world of {@code ranks} ranks in this VM. */
    public World world(int ranks) {
        return World.of(ranks).transport(transport).hosts(rank -> rank % hosts).deadline(DEADLINE);
    }

    /** What the launcher must be told. */
    List<String> options() {
        return new ArrayList<>(List.of("--transport", transport, "--set", "pretend.hosts=" + hosts));
    }

    /** As the report calls it. */
    String label() {
        return this == MIXED ? "mixed" : transport;
    }
}
