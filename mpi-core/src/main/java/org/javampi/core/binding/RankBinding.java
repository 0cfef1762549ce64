package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.job.RankHost;

/**
 * The binding of one rank: all chapters in a chain, each in a class of its own. It belongs to one
 * rank from before MPI_Init until after MPI_Finalize; any thread may call.
 */
public final class RankBinding extends CheckpointCalls {
    /**
     * The binding of the rank whose rankHost {@code rankHosts} gives when MPI_Init asks for it.
     */
    public RankBinding(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    void beforeLeaving() {
        leaveStation();
        engine().attachedBuffer().detach();
    }
}
