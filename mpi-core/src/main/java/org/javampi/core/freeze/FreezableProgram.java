package org.javampi.core.freeze;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.javampi.Binding;
import org.javampi.MPI_Request;
import org.javampi.continuations.Continuation;
import org.javampi.continuations.FrozenStack;
import org.javampi.continuations.objects.ObjectReader;
import org.javampi.continuations.objects.ObjectStore;
import org.javampi.continuations.objects.Surroundings;
import org.javampi.continuations.program.ProgramCode;
import org.javampi.continuations.rewrite.ProgramClasses;
import org.javampi.core.binding.CallSite;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.image.FrozenProgram;
import org.javampi.core.image.OtherProgramException;
import org.javampi.core.image.ProgramState;
import org.javampi.core.image.RankOutside;
import org.javampi.job.ProgramCarrier;
import org.javampi.job.RankHost;

/**
 * The program of one rank that does not help: it runs in rewritten classes, its main thread leaves its frames when a
 * checkpoint wants that, and goes back into them, here or in another JVM.
 */
public final class FreezableProgram implements ProgramCarrier, FrozenProgram {
    /** The setting that asks for it. */
    public static final String SETTING = "checkpoint.transparent";

    private final RankHost rankHost;
    private FreezableLoader loader;
    private ProgramCode code;
    private RankBinding binding;
    private FreezableBinding layer;
    private volatile Thread mainThread;
    private Surroundings atStart;

    /** What the call has begun in which the program stands, or null. */
    private MPI_Request[] begun;

    /** Where its frames stand, the innermost first. */
    private List<String> places = List.of();

    /** Where the program stands, or was found to stand. */
    private ProgramState state;

    private List<Class<?>> initialised = List.of();

    /** The program that {@code rankHost} hosts. */
    public FreezableProgram(RankHost rankHost) {
        this.rankHost = rankHost;
    }

    /** The program whose classes {@code loader} has; null if it is not of this kind. */
    public static FreezableProgram of(ClassLoader loader) {
        return loader instanceof FreezableLoader freezable ? freezable.program() : null;
    }

    /**
     * The binding that the program's calls enter.
     *
     * @param next what they come to then: {@code rank} itself, or something over it
     */
    public Binding over(Binding next, RankBinding rank) {
        binding = rank;
        rank.freezeAnywhere(this);
        // A blocking call is a start and a wait to those below.
        rank.nameFailuresBy(CallSite::function);
        layer = new FreezableBinding(next, rank, this);
        return layer;
    }

    // ---- Classes

    @Override
    public ClassLoader loader(String mainClass, String classPath) {
        FreezableLoader made = new FreezableLoader(classPath, this);
        code = new ProgramCode(
                made,
                new ProgramClasses(mainClass.replace('.', '/'), made::open),
                made::open,
                new FreezingCalls(made, made::isOfProgramPackage));
        loader = made;
        return made;
    }

    ProgramCode code() {
        return code;
    }

    // ---- Life

    @Override
    public void run(Body main) throws Throwable {
        mainThread = Thread.currentThread();
        atStart = Surroundings.now();
        Optional<FrozenStack> frozen;
        if (rankHost.setting("restart.from") == null) {
            frozen = Continuation.run(main::run);
        } else {
            layer.MPI_Init(new String[0]);
            layer.resume((MPI_Request[]) state.call());
            frozen = goOn(main);
        }
        while (frozen.isPresent()) {
            state = new ProgramState(frozen.get(), begun, Surroundings.now().since(atStart), rankHost.inputPosition());
            binding.standAtCall();
            layer.resume(begun);
            frozen = goOn(main);
        }
    }

    private Optional<FrozenStack> goOn(Body main) throws Throwable {
        FrozenStack stack = state.stack();
        begun = null;
        state = null;
        return Continuation.resume(stack, main::run);
    }

    boolean isMainThread() {
        return Thread.currentThread() == mainThread;
    }

    /** Why the program cannot be frozen where it is now, or null. */
    String obstacle() {
        return code.obstacle(mainThread.getThreadGroup(), "the thread of main");
    }

    /** The program's frames are going to be left, in a call that has begun {@code requests}. */
    void leave(MPI_Request[] requests) {
        begun = requests;
        places = code.places();
    }

    // ---- Image

    @Override
    public ObjectStore store() throws IOException {
        initialised = code.initialised();
        ObjectStore store = code.store(initialised, new RankOutside());
        store.walk(state, state.stack(), places);
        return store;
    }

    @Override
    public ProgramState state() {
        return state;
    }

    @Override
    public String classes() {
        return code.describe(initialised);
    }

    @Override
    public ObjectReader revive(String classes) {
        check(ProgramCode.otherJava(classes));
        check(code.revive(classes));
        return new ObjectReader(loader, new RankOutside());
    }

    private static void check(String difference) {
        if (difference != null) {
            throw new OtherProgramException(difference);
        }
    }

    @Override
    public void revived(ProgramState earlier) {
        state = earlier;
        earlier.surroundings().apply();
        rankHost.readInputFrom(earlier.inputPosition());
    }
}
