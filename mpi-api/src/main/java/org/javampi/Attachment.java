package org.javampi;

import java.util.Collections;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Which rank a call of the facade belongs to: the only place with mutable statics in the project.
 *
 * <p>A VM with one rank has one binding for all threads. A VM with several ranks loads the facade
 * (MPI, PMPI, their chapters and this class) once per rank, in the rank's own class loader, so that
 * there too every thread of a rank, pool threads included, finds the rank by the classes it runs.
 * Tests and benchmarks whose ranks are threads over one copy of the facade attach a binding per
 * thread, inherited by child threads.
 */
public final class Attachment {
    /** Written once under the class lock; volatile so that every thread sees complete layers. */
    private static volatile Binding soleTop;

    private static volatile Binding soleBottom;

    private static final InheritableThreadLocal<Layers> OF_THREAD = new InheritableThreadLocal<>();

    /**
     * The world of one rank that a program without a launcher has got at its first call; null before. It serves every
     * thread while no rank of this copy is a thread. Under the class lock.
     */
    private static Layers singleton;

    /** The ranks that are threads over this copy, under the class lock; weak, since not every thread is detached. */
    private static final Set<Thread> RANK_THREADS = Collections.newSetFromMap(new WeakHashMap<>());

    /** System property: class names of further tools, comma between them. */
    private static final String TOOLS = "javampi.tools";

    /** System property: the providers of all services, where the launcher knows them. */
    private static final String PROVIDERS = "javampi.providers";

    private Attachment() {}

    /**
     * The outermost tool over this rank's binding, or the binding when no tool is on the class
     * path.
     */
    public static Binding top() {
        Binding top = soleTop;
        return top != null ? top : layers().top;
    }

    /** This rank's binding below all tools. */
    public static Binding bottom() {
        Binding bottom = soleBottom;
        return bottom != null ? bottom : layers().bottom;
    }

    /**
     * Makes {@code binding} that of every thread which calls this copy of the facade, under the
     * tools that {@code toolLoader} finds.
     *
     * @throws IllegalStateException when a binding is attached already
     */
    public static synchronized void attach(Binding binding, ClassLoader toolLoader) {
        if (soleBottom != null) {
            throw attachedAlready();
        }
        serveAll(stack(binding, toolLoader));
    }

    /**
     * Makes {@code binding} that of the calling thread and of the threads it will start. While such a thread lives, a
     * call from a thread that belongs to no rank is refused.
     *
     * @throws IllegalStateException when this copy of the facade is attached to one rank
     */
    public static void attachThread(Binding binding, ClassLoader toolLoader) {
        Layers layers = stack(binding, toolLoader);
        synchronized (Attachment.class) {
            if (soleBottom != null && singleton == null) {
                throw attachedAlready();
            }
            serveAll(null);
            RANK_THREADS.add(Thread.currentThread());
        }
        OF_THREAD.set(layers);
    }

    /** Undoes {@link #attachThread} for the calling thread. */
    public static synchronized void detachThread() {
        OF_THREAD.remove();
        RANK_THREADS.remove(Thread.currentThread());
    }

    /**
     * Lets a program begin again that has called MPI_Finalize: the same rank gets a binding that has not begun, under
     * new tools. For package {@code mpi}, whose programs may call Init, Finalize and Init again. All ranks must do it.
     * A rank that shares its copy of the facade renews the calling thread's binding only.
     *
     * @throws IllegalStateException when MPI has not ended here, or the runtime cannot begin again
     */
    public static synchronized void renew() {
        Layers ofThread = OF_THREAD.get();
        Layers ended = soleBottom != null ? new Layers(soleTop, soleBottom) : ofThread;
        if (ended == null || !(ended.bottom instanceof Renewable)) {
            throw new IllegalStateException("this rank has no MPI runtime that could begin again");
        }
        Layers next = stack(
                ((Renewable) ended.bottom).renewed(), Thread.currentThread().getContextClassLoader());
        if (soleBottom == null) {
            OF_THREAD.set(next);
            return;
        }
        if (singleton != null) {
            singleton = next;
        }
        serveAll(next);
    }

    private static Layers layers() {
        Layers layers = OF_THREAD.get();
        return layers != null ? layers : bootstrap();
    }

    /** The layers of a thread that no one has attached: those of the world of one rank, which begins here. */
    private static synchronized Layers bootstrap() {
        if (soleBottom != null) {
            return new Layers(soleTop, soleBottom);
        }
        RANK_THREADS.removeIf(thread -> !thread.isAlive());
        if (!RANK_THREADS.isEmpty()) {
            throw belongsToNoRank();
        }
        if (singleton == null) {
            BindingProvider provider = ServiceLoader.load(BindingProvider.class, BindingProvider.class.getClassLoader())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "no MPI runtime on the class path: add mpi-core, a transport and mpi-collectives,"
                                    + " or start the program with javampirun"));
            singleton = stack(provider.create(), Thread.currentThread().getContextClassLoader());
        }
        serveAll(singleton);
        return singleton;
    }

    /** Makes {@code layers} those of every thread; null: each thread's own count. Under the class lock. */
    private static void serveAll(Layers layers) {
        soleTop = layers == null ? null : layers.top;
        soleBottom = layers == null ? null : layers.bottom;
    }

    private static IllegalStateException attachedAlready() {
        return new IllegalStateException("this copy of the MPI facade is attached to a rank already");
    }

    private static IllegalStateException belongsToNoRank() {
        return new IllegalStateException("thread \"" + Thread.currentThread().getName()
                + "\" calls MPI but belongs to no rank: the ranks of this VM are " + RANK_THREADS.size()
                + " threads, and besides them only threads that a rank has started belong"
                + " to it. Threads of the common pool, of parallel streams and of pools made elsewhere do not: make the"
                + " pool in the rank's own code, or call MPI from the rank's thread");
    }

    private static Layers stack(Binding binding, ClassLoader toolLoader) {
        Binding top = binding;
        if (mayHaveTools()) {
            for (Tool tool : ServiceLoader.load(Tool.class, toolLoader)) {
                tool.onto(top);
                top = tool;
            }
        }
        for (String name : System.getProperty(TOOLS, "").split(",")) {
            if (!name.isBlank()) {
                Tool tool = named(name.trim(), toolLoader);
                tool.onto(top);
                top = tool;
            }
        }
        return new Layers(top, binding);
    }

    /** A launcher that has named all providers on the class path spares a search of its jars. */
    private static boolean mayHaveTools() {
        String known = System.getProperty(PROVIDERS);
        return known == null || known.contains(Tool.class.getName() + "=");
    }

    private static Tool named(String name, ClassLoader loader) {
        try {
            return (Tool) Class.forName(name, true, loader).getConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "-D"
                            + TOOLS
                            + "="
                            + name
                            + ": no public subclass of org.javampi.Tool with a public constructor"
                            + " is on the class path under this name ("
                            + e
                            + ")",
                    e);
        }
    }

    private record Layers(Binding top, Binding bottom) {}
}
