package org.javampi.job.agent;

import org.javampi.river.platform.Platform;

/** What to say where no process or no thread can be started any more. */
public final class TooManyProcesses {
    private static final String REMEDY = ": raise the limit, or start fewer JVMs (-np, --vm-ranks)";

    private TooManyProcesses() {}

    /** The limit that is known to be reached, with the remedy; null for none. Needs no thread. */
    public static String reached() {
        String shortage = Platform.current().processes().shortage();
        return shortage == null ? null : shortage + REMEDY;
    }

    /** Whether {@code thrown} says that a thread could not be started. */
    static boolean isCauseOf(Throwable thrown) {
        return thrown instanceof OutOfMemoryError
                && String.valueOf(thrown.getMessage()).contains("native thread");
    }

    /** The same as a sentence, also where the limit is not known. */
    static String sentence() {
        String reached = reached();
        return "no more threads can be started; "
                + (reached != null ? reached : "a limit of the user, the container or the system is reached" + REMEDY);
    }
}
