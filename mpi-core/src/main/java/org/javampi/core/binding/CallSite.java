package org.javampi.core.binding;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import org.javampi.Binding;
import org.javampi.MPI;

/** The program's line that has called MPI. */
public final class CallSite {
    private static final String FACADE = MPI.class.getPackageName();

    /** Package {@code mpi} calls MPI for the program. */
    private static final String COMPATIBLE = "mpi.";

    private static final StackWalker WITH_TYPES = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private CallSite() {}

    /** {@code Heat.java:41}; the class where the file is not known. Walks the stack. */
    public static String here() {
        List<StackFrame> frames = StackWalker.getInstance().walk(stack -> stack.toList());
        // From the outside: between the program and this there may be tools.
        int call = frames.size() - 1;
        while (call >= 0 && !isFacade(frames.get(call))) {
            call--;
        }
        return frames.stream()
                .skip(call + 1L)
                .filter(frame -> !frame.getClassName().startsWith(COMPATIBLE))
                .findFirst()
                .map(CallSite::text)
                .orElse("an unknown line");
    }

    /** The MPI function that the innermost call of this thread has named; {@code fallback} where there is none. Walks the stack. */
    public static String function(String fallback) {
        return WITH_TYPES
                .walk(stack -> stack.filter(frame -> isFacade(frame) && !isLayer(frame))
                        .findFirst())
                .map(frame -> frame.getMethodName().replaceFirst("^P(?=MPI_)", ""))
                .orElse(fallback);
    }

    /** Whether a frame belongs to what calls go through, not to what programs call. */
    private static boolean isLayer(StackFrame frame) {
        return Binding.class.isAssignableFrom(frame.getDeclaringClass());
    }

    private static boolean isFacade(StackFrame frame) {
        String type = frame.getClassName();
        return type.startsWith(FACADE)
                && type.lastIndexOf('.') == FACADE.length()
                && (frame.getMethodName().startsWith("MPI_")
                        || frame.getMethodName().startsWith("PMPI_"));
    }

    private static String text(StackFrame frame) {
        String file = frame.getFileName();
        return file == null || frame.getLineNumber() < 0 ? frame.getClassName() : file + ":" + frame.getLineNumber();
    }
}
