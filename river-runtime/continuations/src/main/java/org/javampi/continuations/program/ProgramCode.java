package org.javampi.continuations.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.javampi.continuations.Obstacle;
import org.javampi.continuations.StackSurvey;
import org.javampi.continuations.objects.ObjectStore;
import org.javampi.continuations.objects.Outside;
import org.javampi.continuations.rewrite.FreezeCalls;
import org.javampi.continuations.rewrite.ProgramClasses;
import org.javampi.continuations.rewrite.ProgramRewriter;
import org.javampi.continuations.rewrite.RevivableClass;

/** The rewritten classes of one program, for the loader that defines them. Any thread. */
public final class ProgramCode {
    private static final String JAVA = "java ";

    /** So long a thread that has been started is waited for until it begins. */
    private static final long BEGINNING_NS = TimeUnit.SECONDS.toNanos(5);

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final ClassLoader loader;
    private final Function<String, InputStream> source;
    private final ProgramRewriter rewriter;
    private final StackSurvey survey;
    private final Set<String> literals = ConcurrentHashMap.newKeySet();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    /** By name: to be a key, a class needs its identity hash, which is to be that of an earlier life. */
    private final Map<String, Class<?>> defined = new ConcurrentHashMap<>();

    private volatile Set<String> initialised = Set.of();

    /**
     * The code of the program that begins with {@code classes}.
     *
     * @param loader defines its classes
     * @param source the class files that {@code classes} were read from, by internal name; null for others
     */
    public ProgramCode(
            ClassLoader loader, ProgramClasses classes, Function<String, InputStream> source, FreezeCalls freezes) {
        this.loader = loader;
        this.source = source;
        rewriter = new ProgramRewriter(classes, freezes);
        survey = new StackSurvey(rewriter.sites(), this::isOfProgram);
    }

    /**
     * The class file to define for a class of the program.
     *
     * @param name internal name
     */
    public byte[] rewrite(String name, byte[] original) {
        hashes.put(name.replace('/', '.'), hash(original));
        literals.addAll(RevivableClass.texts(original));
        return rewriter.rewrite(name, RevivableClass.of(original));
    }

    /** The loader has defined a class of the program. */
    public void onDefined(Class<?> type) {
        defined.put(type.getName(), type);
    }

    /** Whether a class is the program's, or the JVM has made it for a lambda of the program's. */
    public boolean isOfProgram(Class<?> type) {
        Class<?> known = type.isHidden() ? type.getNestHost() : type;
        return type.getClassLoader() == loader && defined.get(known.getName()) == known;
    }

    /** Whether the statics of a class come from an earlier life. */
    public boolean wasInitialised(String className) {
        return initialised.contains(className);
    }

    // ---- Where the program stands

    /**
     * Why the calling thread cannot be frozen where it is now, or null.
     *
     * @param group the threads of the program
     * @param only the calling thread, for people
     */
    public String obstacle(ThreadGroup group, String only) {
        return survey.obstacle().map(Obstacle::toString).orElseGet(() -> otherThread(group, only));
    }

    /** A thread besides the calling one that is in a method of the program, and what to do about that; null if none is. */
    private String otherThread(ThreadGroup group, String only) {
        Thread[] threads = new Thread[2 * group.activeCount() + 16];
        int count = group.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i] == Thread.currentThread()) {
                continue;
            }
            StackTraceElement[] frames = framesOf(threads[i]);
            if (frames == null) {
                return "thread " + threads[i].getName() + " has been started and has not begun, and only " + only
                        + " can be saved; let it end before the call";
            }
            for (StackTraceElement frame : frames) {
                if (hashes.containsKey(frame.getClassName())) {
                    return "thread " + threads[i].getName() + " is in " + frame.getClassName() + "."
                            + frame.getMethodName() + " (line " + frame.getLineNumber()
                            + "), and only " + only + " can be saved; let it end before the call";
                }
            }
        }
        return null;
    }

    /** Where a thread is. One that has just been started is waited for until it shows what it does; null if it does not. */
    private static StackTraceElement[] framesOf(Thread thread) {
        long endNs = System.nanoTime() + BEGINNING_NS;
        StackTraceElement[] frames = thread.getStackTrace();
        while (thread.isAlive() && isBetween(frames)) {
            if (System.nanoTime() - endNs > 0) {
                return null;
            }
            LockSupport.parkNanos(LOOK_NS);
            frames = thread.getStackTrace();
        }
        return frames;
    }

    /** Before the first frame of what a thread runs, or behind its last. */
    private static boolean isBetween(StackTraceElement[] frames) {
        return Arrays.stream(frames).allMatch(frame -> frame.getClassName().equals(Thread.class.getName()));
    }

    /** Where each of the calling thread's frames stands that will be saved, the innermost first. */
    public List<String> places() {
        return survey.places();
    }

    // ---- Lives

    /** The program's classes that have been initialised. */
    public List<Class<?>> initialised() {
        return ObjectStore.initialised(List.copyOf(defined.values()));
    }

    /** A store for the program's objects, the statics of {@code classes} among them. */
    public ObjectStore store(List<Class<?>> classes, Outside outside) {
        return new ObjectStore(loader, classes, literals, outside);
    }

    /**
     * What has to be known before an object of the program can be made in another life: lines.
     *
     * @param classes those of which the statics are saved
     */
    public String describe(List<Class<?>> classes) {
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
        classes.forEach(
                type -> text.append("initialised ").append(type.getName()).append('\n'));
        return text.toString();
    }

    /** What differs of the JVM that {@link #describe} was called in, with the remedy; null if nothing does. */
    public static String otherJava(String description) {
        String[] words = description.split("[ \n]");
        return otherJava(words[1], words[2]);
    }

    /**
     * Prepares the program's classes for what {@link #describe} has said in an earlier life, of a JVM like this one.
     *
     * @return the class that differs, with the remedy, so that the objects cannot be made; null if none does
     */
    public String revive(String description) {
        Set<String> names = new HashSet<>();
        for (String line : description.split("\n")) {
            String[] words = line.split(" ");
            if (words[0].equals("initialised")) {
                names.add(words[1]);
            } else if (words[0].equals("class")) {
                String refusal = otherClass(words[2], words[1]);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        initialised = names;
        return null;
    }

    private static String otherJava(String version, String layout) {
        if (!Runtime.version().toString().equals(version)) {
            return "it was written by Java " + version + ", and this is " + Runtime.version()
                    + ": restart it with that one";
        }
        return ObjectStore.memoryLayout().equals(layout)
                ? null
                : "it was written by a JVM that lays objects out in memory otherwise (arrays begin at " + layout
                        + ", here at " + ObjectStore.memoryLayout() + "): give this one the same options";
    }

    private String otherClass(String name, String hash) {
        try (InputStream in = source.apply(name.replace('.', '/'))) {
            if (in == null) {
                return "class " + name + " is not on the class path any more";
            }
            return hash(in.readAllBytes()).equals(hash)
                    ? null
                    : "class " + name
                            + " is not the one that was frozen: it has been compiled anew; frames go back into the"
                            + " same code only";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read class " + name, e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
