package org.javampi.job;

import java.util.Arrays;
import org.javampi.river.platform.Platform;

/** What to say where no process or no thread can be started any more. */
public final class TooManyProcesses {
    private static final String REMEDY = ": raise the limit, or start fewer JVMs (-np, --vm-ranks)";

    /** Threads of a small JVM, and some more. */
    private static final long OF_A_JVM = 40;

    /** No JVM of a rank takes fewer: 16 of its own (compilers, collector, the JDK's, the runtime's), 4 of the process that starts it. */
    private static final long LEAST_OF_A_JVM = 20;

    /** What the launcher has open for each: pipes, a connection, and what it takes to start it. */
    private static final long FILES_FOR_A_JVM = 4;

    private TooManyProcesses() {}

    /** The limit that is known to be reached, with the remedy; null for none. Needs no thread. */
    public static String reached() {
        String shortage = Platform.current().processes().shortage(OF_A_JVM);
        return shortage == null ? null : shortage + REMEDY;
    }

    /** Why so many JVMs more cannot run on this host, before one is started; null if that is not sure. */
    public static String before(int jvms) {
        long threads = jvms * LEAST_OF_A_JVM;
        String shortage = Platform.current().processes().shortage(threads);
        if (shortage != null) {
            return need(jvms, threads + " threads", shortage);
        }
        long files = jvms * FILES_FOR_A_JVM;
        shortage = Platform.current().processes().fileShortage(files);
        return shortage == null ? null : need(jvms, files + " open files", shortage);
    }

    private static String need(int jvms, String what, String shortage) {
        return jvms + (jvms == 1 ? " JVM needs" : " JVMs need") + " at least " + what + ", but " + shortage + REMEDY;
    }

    /** Whether {@code thrown} says that a thread could not be started. */
    public static boolean isCauseOf(Throwable thrown) {
        return thrown instanceof OutOfMemoryError
                && String.valueOf(thrown.getMessage()).contains("native thread");
    }

    /** The same as a sentence, also where the limit is not known. */
    public static String sentence() {
        String reached = reached();
        return "no more threads can be started; "
                + (reached != null ? reached : "a limit of the user, the container or the system is reached" + REMEDY);
    }

    /** The sentence, and where the program was, for a throwable of which {@link #isCauseOf} holds. */
    public static String text(Throwable thrown) {
        StackTraceElement[] frames = ProgramStack.of(thrown.getStackTrace());
        int first = 0;
        while (first < frames.length && isOfRuntime(frames[first].getClassName())) {
            first++;
        }
        String where = ProgramStack.text(Arrays.copyOfRange(frames, first, frames.length));
        return sentence() + (where.isEmpty() ? "" : "\n" + where);
    }

    private static boolean isOfRuntime(String type) {
        return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("org.javampi.");
    }
}
