package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.Binding;
import org.javampi.MPI;
import org.javampi.MPIX;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.Renewable;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.Restriction;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.runtime.LaterSession;
import org.javampi.core.runtime.Rank;
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
    public int MPIX_Comm_restrict(MPI_Comm comm, int allowed) {
        return guard("MPIX_Comm_restrict", comm, c -> {
            if (allowed < MPIX.MPIX_NONE || allowed > MPIX.MPIX_ALL) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "allowed " + allowed + " is not MPIX_NONE, MPIX_COLLECTIVE_ONLY, MPIX_POINT_TO_POINT_ONLY or"
                                + " MPIX_ALL");
            }
            c.restrict(Restriction.ofProgram(allowed));
        });
    }

    /** The rank behind it, for layers that watch its calls; a failure before MPI_Init and after MPI_Finalize. */
    public Rank joined() {
        return rank();
    }

    /** What {@code comm} stands for; null where it stands for nothing. */
    public Communicator known(MPI_Comm comm) {
        try {
            return communicator(comm);
        } catch (MpiFailure failure) {
            return null;
        }
    }

    /** The data of a send; null where the arguments are wrong, which the send itself will say. */
    public Block outgoing(Object buf, long count, MPI_Datatype type) {
        try {
            Block block = new Block();
            block.set(resolve(buf), count, Datatypes.communicable(type), false);
            return block;
        } catch (MpiFailure failure) {
            return null;
        }
    }

    /** Ends the job with a status and a reason. Does not return. */
    public void endJob(int status, String reason) {
        rank().rankHost().abort(status, reason);
        throw new JobAborted(reason, null);
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
    public void endWaitersWhenLeaving() {
        letLeavingEndWaiters();
    }

    @Override
    void beforeLeaving() {
        leaveStation();
        engine().attachedBuffer().detach();
    }
}
