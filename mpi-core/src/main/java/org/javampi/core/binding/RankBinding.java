package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.Binding;
import org.javampi.Renewable;
import org.javampi.core.runtime.LaterSession;
import org.javampi.job.RankHost;

/**
 * The binding of one rank: all chapters in a chain, each in a class of its own. It belongs to one
 * rank from before MPI_Init until after MPI_Finalize; any thread may call.
 */
public final class RankBinding extends CheckpointCalls implements Renewable {
    /** How often the rank has begun before. */
    private final int session;

    /**
     * The binding of the rank whose rankHost {@code rankHosts} gives when MPI_Init asks for it.
     */
    public RankBinding(Supplier<RankHost> rankHosts) {
        this(rankHosts, 0);
    }

    private RankBinding(Supplier<RankHost> rankHosts, int session) {
        super(rankHosts);
        this.session = session;
    }

    @Override
    public Binding renewed() {
        if (!isFinalized()) {
            throw new IllegalStateException("MPI can begin again after MPI_Finalize only");
        }
        RankHost rankHost = rankHost();
        RankBinding next = new RankBinding(() -> new LaterSession(rankHost, session + 1), session + 1);
        succeedBy(next);
        return next;
    }

    @Override
    void beforeLeaving() {
        leaveStation();
        engine().attachedBuffer().detach();
    }
}
