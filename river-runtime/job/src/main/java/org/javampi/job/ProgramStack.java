package org.javampi.job;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Stacks as the user of a program wants to see them: without the frames by which a VM has called
 * the program's {@code main}, which are the same in every stack and tell nothing of it. A stack
 * that does not lead to a {@code main} stays as it is.
 */
public final class ProgramStack {
    /** Calls {@code main}; by its name, for it stands above this package. */
    private static final String CALLER = "org.javampi.job.vm.Program";

    /** Lines of a stack that people are shown. */
    private static final int MOST_LINES = 60;

    private ProgramStack() {}

    /**
     * The frames from the innermost to the program's {@code main}.
     *
     * @param frames of one thread or throwable, the innermost first
     * @return a part of them; {@code frames} itself if no program's {@code main} was called
     */
    public static StackTraceElement[] of(StackTraceElement[] frames) {
        for (int i = 0; i < frames.length; i++) {
            if (frames[i].getClassName().equals(CALLER)) {
                int end = i;
                while (end > 0 && isReflection(frames[end - 1].getClassName())) {
                    end--;
                }
                return Arrays.copyOf(frames, end);
            }
        }
        return frames;
    }

    private static boolean isReflection(String type) {
        return type.startsWith("java.lang.reflect.")
                || type.startsWith("jdk.internal.reflect.")
                || type.startsWith("java.lang.invoke.");
    }

    /** The frames one below the other as the JDK prints them, without a newline at the end. */
    public static String text(StackTraceElement[] frames) {
        StringBuilder text = new StringBuilder();
        for (StackTraceElement frame : frames) {
            text.append(text.length() == 0 ? "\tat " : "\n\tat ").append(frame);
        }
        return text.toString();
    }

    /**
     * A throwable with its causes as the JDK prints them, without a newline at the end. The
     * throwable itself loses the frames that are left out.
     */
    public static String text(Throwable thrown) {
        cut(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return shortened(text.toString().stripTrailing());
    }

    /** A stack that has overflowed is a thousand lines of the same: its begin and its end tell all. */
    private static String shortened(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() <= MOST_LINES) {
            return text;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, MOST_LINES / 2));
        kept.add("\t... " + (lines.size() - MOST_LINES) + " frames left out");
        kept.addAll(lines.subList(lines.size() - MOST_LINES / 2, lines.size()));
        return String.join("\n", kept);
    }

    private static void cut(Throwable thrown, Set<Throwable> done) {
        if (thrown != null && done.add(thrown)) {
            thrown.setStackTrace(of(thrown.getStackTrace()));
            cut(thrown.getCause(), done);
            for (Throwable suppressed : thrown.getSuppressed()) {
                cut(suppressed, done);
            }
        }
    }

    /**
     * From where a thread that is ending its VM has called {@code exit}: that call and what has
     * called it. Empty for a thread that has not, as one that handles a signal.
     */
    public static StackTraceElement[] ofExit(StackTraceElement[] frames) {
        for (int i = frames.length - 1; i >= 0; i--) {
            String type = frames[i].getClassName();
            if (frames[i].getMethodName().equals("exit")
                    && (type.equals("java.lang.System") || type.equals("java.lang.Runtime"))) {
                return of(Arrays.copyOfRange(frames, i, frames.length));
            }
        }
        return new StackTraceElement[0];
    }
}
