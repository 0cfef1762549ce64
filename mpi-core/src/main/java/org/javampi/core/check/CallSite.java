package org.javampi.core.check;

import java.lang.StackWalker.StackFrame;

/** The program's line that has called MPI. */
final class CallSite {
    private static final String RUNTIME = "org.javampi.";

    /** Programs of this project that call MPI as any other does. */
    private static final String PROGRAMS = "org.javampi.conformance.";

    /** Package {@code mpi} calls MPI for the program. */
    private static final String COMPATIBLE = "mpi.";

    private CallSite() {}

    /** {@code Heat.java:41}; the class where the file is not known. Walks the stack. */
    static String here() {
        return StackWalker.getInstance().walk(frames -> frames.filter(frame -> isProgram(frame.getClassName()))
                .findFirst()
                .map(CallSite::text)
                .orElse("an unknown line"));
    }

    private static boolean isProgram(String type) {
        return !type.startsWith(RUNTIME) && !type.startsWith(COMPATIBLE) || type.startsWith(PROGRAMS);
    }

    private static String text(StackFrame frame) {
        String file = frame.getFileName();
        return file == null || frame.getLineNumber() < 0 ? frame.getClassName() : file + ":" + frame.getLineNumber();
    }
}
