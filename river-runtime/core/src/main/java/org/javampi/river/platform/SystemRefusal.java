package org.javampi.river.platform;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Why the system has refused a file or a connection, in words, with the limit of the process that is reached. */
public final class SystemRefusal {
    private static final String TOO_MANY_FILES = "Too many open files";
    private static final String TOO_LARGE = "File too large";

    private SystemRefusal() {}

    /** The system's reason, without the file's name, which the caller knows; and the remedy where a limit is behind it. */
    public static String reason(IOException refused) {
        String reason = refused.getMessage();
        if (refused instanceof FileSystemException named && named.getReason() != null) {
            reason = named.getReason();
        }
        if (reason == null) {
            reason = refused.getClass().getSimpleName();
        }
        return reason + remedy(reason);
    }

    /** Whether {@code thrown}, or what has caused it, says that this process may open no more files. */
    public static boolean isOfOpenFiles(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(TOO_MANY_FILES)) {
                return true;
            }
        }
        return false;
    }

    /** What to do where {@link #isOfOpenFiles} holds. */
    public static String ofOpenFiles() {
        return TOO_MANY_FILES + remedy(TOO_MANY_FILES);
    }

    private static String remedy(String reason) {
        if (reason.contains(TOO_MANY_FILES)) {
            return " (a limit of this process: ulimit -n raises it)";
        }
        return reason.contains(TOO_LARGE) ? " (a limit of this process: ulimit -f raises it)" : "";
    }
}
