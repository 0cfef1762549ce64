package org.javampi.core.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.javampi.Predefined;
import org.javampi.core.collective.AlgorithmCatalogue;
import org.javampi.core.collective.Explanation;
import org.javampi.core.collective.RuleBook;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.ErrorHandler;
import org.javampi.core.comm.RankWorld;
import org.javampi.core.comm.Restriction;
import org.javampi.core.engine.Context;
import org.javampi.core.engine.Cores;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.EngineSettings;
import org.javampi.core.engine.PendingOperation;
import org.javampi.core.engine.Sleeper;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.group.Group;
import org.javampi.core.spi.transport.Transport;
import org.javampi.job.RankHost;
import org.javampi.job.hang.HangWatch;

/** One rank between MPI_Init and MPI_Finalize: its engine and its predefined communicators. */
public final class Rank {
    /** How long answers of receivers may be on their way once all ranks have left. */
    private static final long ANSWERS_NS = 200_000_000;

    private static final long OTHERS_NS = 1_000_000_000;

    private static final long WORLD_CONTEXT = 0;
    private static final long SELF_CONTEXT = Communicator.CONTEXTS;

    /** For what ranks tell each other of their calls; of no communicator. */
    private static final long WATCH_CONTEXT = 2 * SELF_CONTEXT;

    /** Setting of programs that may not communicate, such as tasks of a list: the reason, for people. */
    private static final String SILENCE = "silence";

    private final RankHost rankHost;
    private final Sleeper sleeper;
    private final Engine engine;
    private final RankWorld shared;
    private final Explanation explanation;
    private Communicator world;
    private Communicator self;

    private Rank(RankHost rankHost, Sleeper sleeper, Engine engine, BinaryOperator<String> setting) {
        this.rankHost = rankHost;
        this.sleeper = sleeper;
        this.engine = engine;
        int[] hosts = new int[rankHost.size()];
        Arrays.setAll(hosts, rankHost::hostOf);
        explanation = Boolean.parseBoolean(setting.apply("coll.explain", "false")) ? new Explanation() : null;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        AlgorithmCatalogue catalogue = new AlgorithmCatalogue(loader != null ? loader : Rank.class.getClassLoader());
        shared = new RankWorld(engine, hosts, RuleBook.read(catalogue, setting), explanation);
        world = predefined("MPI_COMM_WORLD", WORLD_CONTEXT, Group.identity(rankHost.size()), Predefined.COMM_WORLD);
        self = predefined("MPI_COMM_SELF", SELF_CONTEXT, Group.of(rankHost.rank()), Predefined.COMM_SELF);
    }

    /** A rank of the world that {@code rankHost} describes. Waits for nobody. */
    public static Rank join(RankHost rankHost) {
        Sleeper sleeper = new Sleeper();
        ResidenceContext context = new ResidenceContext(rankHost, sleeper.selector());
        EngineSettings settings = EngineSettings.read(context::setting)
                .fitting(rankHost.size(), Runtime.getRuntime().maxMemory());
        List<Transport> transports = Transports.open(context);
        Cores cores = Cores.of(
                context.hostIndex(rankHost.rank()),
                context.hostSize(),
                Cores.Binding.named(context.setting("bind.to", "crowded")),
                "rank " + rankHost.rank(),
                Boolean.parseBoolean(context.setting("bind.report", "false")));
        cores.begin(System.nanoTime());
        Engine engine = new Engine(
                rankHost.rank(), rankHost.size(), (short) rankHost.incarnation(), settings, transports, sleeper, cores);
        Rank rank = new Rank(rankHost, sleeper, engine, context::setting);
        String silence = rankHost.setting(SILENCE);
        if (silence != null) {
            rank.world.restrict(Restriction.none(silence));
            rank.self.restrict(Restriction.none(silence));
        }
        rankHost.onLook(new WaitingState(rank.shared));
        engine.waits().onLongWait(HangWatch.LONG_WAIT_MS, rankHost::waiting);
        return rank;
    }

    private Communicator predefined(String name, long context, Group group, Predefined.Comm handle) {
        return new Communicator(shared, name, context, group, group, handle, ErrorHandler.FATAL);
    }

    public RankHost rankHost() {
        return rankHost;
    }

    public Engine engine() {
        return engine;
    }

    public Communicator world() {
        return world;
    }

    /** A context of no communicator, between all ranks of the world, for layers that watch calls. */
    public Context watchContext() {
        return engine.open(
                WATCH_CONTEXT, rankHost.rank(), Group.identity(rankHost.size()).worldRanks());
    }

    /** What its communicators share. */
    public RankWorld shared() {
        return shared;
    }

    /** Goes on with the predefined communicators of another life. */
    public void adopt(Communicator earlierWorld, Communicator earlierSelf) {
        world = earlierWorld;
        self = earlierSelf;
    }

    public Communicator self() {
        return self;
    }

    /**
     * Leaves in order (MPI-1.2 §3.2.2): sends what has been started, waits until all ranks leave,
     * and closes.
     *
     * @return what has been found then and the program has not heard of, or null; the rank is not closed when that ends
     *     the job
     */
    public MpiFailure leave() {
        world.restrict(null);
        if (explanation != null && world.rank() == 0) {
            explanation.print(System.err, world.rank());
        }
        boolean hasFailed = shared.depart(world);
        engine.drain();
        MpiFailure failure = meet(hasFailed);
        if (failure != null && isFatal()) {
            // Others have been told, and end the job where their program has gone wrong: that line says more.
            shared.awaitOthers(OTHERS_NS);
            return failure;
        }
        engine.drain();
        for (PendingOperation send : engine.waits().unreceived(ANSWERS_NS)) {
            System.err.println(unreceived(send));
        }
        failure = failure != null ? failure : found();
        if (failure == null || !isFatal()) {
            rankHost.left();
            close();
        }
        return failure;
    }

    private boolean isFatal() {
        return world.errorHandler().reaction() == ErrorHandler.Reaction.FATAL;
    }

    /** Waits for all ranks, by the world's collectives or, where these have failed, without them. */
    private MpiFailure meet(boolean hasFailed) {
        MpiFailure failure = null;
        if (!world.sharedCalls().hasTrouble()) {
            try {
                return world.collectives().barrierOfFinalize(hasFailed) ? shared.awaitUnraised(ANSWERS_NS) : null;
            } catch (MpiFailure found) {
                failure = found;
            }
        } else {
            failure = found();
        }
        if (engine.failure() != null) {
            throw engine.failure();
        }
        if (world.sharedCalls().hasTrouble() && (failure == null || !isFatal())) {
            world.sharedCalls().meetToLeave();
        }
        return failure;
    }

    private MpiFailure found() {
        MpiFailure unraised = shared.takeUnraised();
        return unraised != null ? unraised : shared.unmatched();
    }

    /** All ranks have left: what they have not received is lost. The call that has sent it may have ended long ago. */
    private String unreceived(PendingOperation send) {
        Communicator owner = shared.owner(send.context());
        return "rank " + world.rank() + " of " + world + ": MPI_Finalize: the send of " + send.count() + " "
                + send.datatype() + " to rank " + send.partner() + " of "
                + (owner == null ? "a communicator that has been freed" : owner) + " with tag " + send.tag()
                + " was never received, and the program has not waited for it: complete it with MPI_Wait, or call"
                + " MPI_Cancel";
    }

    /** Closes without waiting for anybody. */
    public void close() {
        engine.close();
        sleeper.close();
    }
}
