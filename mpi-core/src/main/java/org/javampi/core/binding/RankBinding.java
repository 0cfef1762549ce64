package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.Binding;
import org.javampi.CollectiveSteps;
import org.javampi.MPI;
import org.javampi.MPIException;
import org.javampi.MPIX;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Info;
import org.javampi.MPI_Request;
import org.javampi.Predefined;
import org.javampi.Renewable;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.CommunicatorShape;
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

    @Override
    public CollectiveSteps MPIX_Comm_collective_steps(MPI_Comm comm) {
        Communicator known = known(comm);
        return known == null ? null : known.sharedCalls().steps();
    }

    @Override
    public CollectiveSteps MPIX_Request_collective_steps(MPI_Request request) {
        return request instanceof CollectiveHandle handle ? handle.steps() : null;
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

    /**
     * A program's data, checked as a call would check it.
     *
     * @param byteOffset where they begin, behind the beginning of {@code buf}
     * @throws MpiFailure as the call would
     */
    public Block block(Object buf, long count, MPI_Datatype type, boolean forReceive, long byteOffset) {
        Block block = new Block();
        block.set(resolve(buf), count, Datatypes.communicable(type), forReceive, byteOffset);
        return block;
    }

    /** As above for a receive that has begun or ended: what has come stays where it is. */
    public Block received(Object buf, long count, MPI_Datatype type, long byteOffset) {
        Block block = new Block();
        block.setReceived(resolve(buf), count, Datatypes.communicable(type), byteOffset);
        return block;
    }

    /** The text of an error code. */
    public String errorText(int code) {
        return errorCodes.text(code);
    }

    /**
     * An error that a call of this program had in an earlier life happens again: its communicator's handler reacts.
     *
     * @param comm of the call; one that stands for nothing means MPI_COMM_WORLD
     */
    public void raiseAgain(MPI_Comm comm, int code, String text) {
        Communicator scope = known(comm);
        errorCodes.registerAgain(code, text);
        react(scope == null ? rank().world() : scope, code, errorCodes.text(code));
    }

    /** The same of one that is thrown, whatever the handler is. */
    public MPIException thrownAgain(int code, String text) {
        errorCodes.registerAgain(code, text);
        return exception(code);
    }

    /**
     * Makes a communicator that was made in an earlier life, without the other ranks.
     *
     * @param isDuplicate whether attributes are copied from {@code parent}, by the program's callbacks
     * @param info hints that it gets, or null
     */
    public Communicator madeAgain(MPI_Comm parent, CommunicatorShape shape, boolean isDuplicate, MPI_Info info) {
        Communicator from = communicator(parent);
        Communicator made = shape.madeOf(from);
        if (isDuplicate) {
            from.attributes().copyTo(made.attributes(), from.handle(), keyvals());
        }
        if (info != null) {
            made.addHints(hints(info).pairs());
        }
        return made;
    }

    /** Ends MPI at this rank, as MPI_Finalize does, without the other ranks. */
    public void leaveAlone() {
        Rank own = rank();
        leaveStation();
        left();
        own.rankHost().left();
        own.close();
    }

    /** Ends the job with a status and a reason. Does not return. */
    public void endJob(int status, String reason) {
        rank().rankHost().abort(status, reason);
        throw new JobAborted(reason, null);
    }

    /**
     * Waits for all of the first {@code count} operations, or for any, unless the rank is to stand; arguments that are
     * wrong are left to the call itself.
     *
     * @return false if the rank is to stand first
     */
    public boolean awaitUnlessStopped(MPI_Request[] requests, int count, boolean all) {
        if (requests == null || count < 0 || count > requests.length) {
            return true;
        }
        return awaitUnlessStopped(new PendingHandles(requests, count, all));
    }

    /** The same for a message that {@code source}, {@code tag} and {@code comm} fit. */
    public boolean awaitMessageUnlessStopped(int source, int tag, MPI_Comm comm) {
        Communicator communicator = known(comm);
        return communicator == null
                || source == Predefined.PROC_NULL
                || communicator
                        .engine()
                        .probes()
                        .await(communicator.pointToPoint(), source, tag, null, this::orStopped);
    }

    /** The communicator on which the start of a persistent operation is a collective, or null. */
    public Communicator collectiveOf(MPI_Request request) {
        return request instanceof CollectiveHandle handle && handle.isPersistent() ? handle.communicator : null;
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
