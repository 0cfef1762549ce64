package org.javampi.core.freeze;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.javampi.Binding;
import org.javampi.MPI_Request;
import org.javampi.continuations.Continuation;
import org.javampi.continuations.FrozenStack;
import org.javampi.continuations.Obstacle;
import org.javampi.continuations.StackSurvey;
import org.javampi.continuations.rewrite.ProgramClasses;
import org.javampi.continuations.rewrite.ProgramRewriter;
import org.javampi.continuations.rewrite.RevivableClass;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.image.FrozenProgram;
import org.javampi.core.image.ObjectReader;
import org.javampi.core.image.ObjectStore;
import org.javampi.core.image.OtherProgramException;
import org.javampi.core.image.ProgramState;
import org.javampi.core.image.SavableObjects;
import org.javampi.core.image.Surroundings;
import org.javampi.job.ProgramCarrier;
import org.javampi.job.RankHost;

/**
 * The program of one rank that does not help: it runs in rewritten classes, its main thread leaves its frames when a
 * checkpoint wants that, and goes back into them, here or in another JVM.
 */
public final class FreezableProgram implements ProgramCarrier, FrozenProgram {
    /** The setting that asks for it. */
    public static final String SETTING = "checkpoint.transparent";

    private static final String JAVA = "java ";

    private final RankHost rankHost;
    private final Set<String> literals = ConcurrentHashMap.newKeySet();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();
    private FreezableLoader loader;
    private ProgramRewriter rewriter;
    private StackSurvey survey;
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
        layer = new FreezableBinding(next, rank, this);
        return layer;
    }

    // ---- Classes

    @Override
    public ClassLoader loader(String mainClass, String classPath) {
        FreezableLoader made = new FreezableLoader(classPath, this);
        rewriter = new ProgramRewriter(
                new ProgramClasses(mainClass.replace('.', '/'), made::open),
                new FreezingCalls(made, made::isOfProgramPackage));
        survey = new StackSurvey(rewriter.sites(), made::isOfProgram);
        loader = made;
        return made;
    }

    byte[] rewrite(String name, byte[] original) {
        hashes.put(name.replace('/', '.'), hash(original));
        literals.addAll(RevivableClass.texts(original));
        return rewriter.rewrite(name, RevivableClass.of(original));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
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
        return survey.obstacle().map(Obstacle::toString).orElseGet(this::otherThread);
    }

    /** A thread of the program besides main that is in a method of it, and what to do about that; null if none is. */
    private String otherThread() {
        ThreadGroup group = mainThread.getThreadGroup();
        Thread[] threads = new Thread[2 * group.activeCount() + 16];
        int count = group.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i] == mainThread) {
                continue;
            }
            for (StackTraceElement frame : threads[i].getStackTrace()) {
                if (hashes.containsKey(frame.getClassName())) {
                    return "thread " + threads[i].getName() + " is in " + frame.getClassName() + "."
                            + frame.getMethodName() + " (line " + frame.getLineNumber()
                            + "), and only the thread of main can be saved; let it end before the call";
                }
            }
        }
        return null;
    }

    /** The program's frames are going to be left, in a call that has begun {@code requests}. */
    void leave(MPI_Request[] requests) {
        begun = requests;
        places = survey.places();
    }

    // ---- Image

    @Override
    public ObjectStore store() throws IOException {
        initialised = ObjectStore.initialised(loader.defined());
        ObjectStore store = new ObjectStore(loader, initialised, literals, new SavableObjects());
        store.walk(state, places);
        return store;
    }

    @Override
    public ProgramState state() {
        return state;
    }

    @Override
    public String classes() {
        StringBuilder text = new StringBuilder(JAVA)
                .append(Runtime.version())
                .append(' ')
                .append(ObjectStore.memoryLayout())
                .append('\n');
        new TreeMap<>(hashes).forEach((name, hash) -> text.append("class ")
                .append(hash)
                .append(' ')
                .append(name)
                .append('\n'));
        initialised.forEach(
                type -> text.append("initialised ").append(type.getName()).append('\n'));
        return text.toString();
    }

    @Override
    public ObjectReader revive(String classes) {
        Set<String> names = new HashSet<>();
        for (String line : classes.split("\n")) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "java" -> checkJava(words[1], words[2]);
                case "class" -> checkClass(words[2], words[1]);
                default -> names.add(words[1]);
            }
        }
        loader.revive(names);
        return new ObjectReader(loader);
    }

    private static void checkJava(String version, String layout) {
        check(
                Runtime.version().toString().equals(version),
                "it was written by Java " + version + ", and this is " + Runtime.version()
                        + ": restart it with that one");
        check(
                ObjectStore.memoryLayout().equals(layout),
                "it was written by a JVM that lays objects out in memory otherwise (arrays begin at " + layout
                        + ", here at " + ObjectStore.memoryLayout() + "): give this one the same options");
    }

    private void checkClass(String name, String hash) {
        try (InputStream in = loader.open(name.replace('.', '/'))) {
            check(in != null, "class " + name + " is not on the class path any more");
            check(
                    hash(in.readAllBytes()).equals(hash),
                    "class " + name
                            + " is not the one that was frozen: it has been compiled anew; frames go back into the"
                            + " same code only");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read class " + name, e);
        }
    }

    private static void check(boolean good, String refusal) {
        if (!good) {
            throw new OtherProgramException(refusal);
        }
    }

    @Override
    public void revived(ProgramState earlier) {
        state = earlier;
        earlier.surroundings().apply();
        rankHost.readInputFrom(earlier.inputPosition());
    }
}
