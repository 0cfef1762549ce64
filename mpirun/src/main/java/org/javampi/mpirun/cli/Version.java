package org.javampi.mpirun.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.javampi.river.platform.Platform;

/** What {@code --version} prints: all that a report of an error needs. */
public final class Version {
    /** As in pom.xml; a test compares them. */
    public static final String NUMBER = "0.1.0";

    private Version() {}

    /** The version, and the commit where a checkout's script says so. */
    public static String text() {
        String commit = System.getenv("JAVAMPI_COMMIT");
        return "javampi " + NUMBER + (commit == null || commit.isEmpty() ? "" : " (" + commit + ")");
    }

    /**
     * Prints all.
     *
     * @param runtimePath class path of javampi
     */
    public static void print(List<Path> runtimePath, PrintStream out) {
        out.println(text() + " (MPI-1.2; names of MPI-2 to MPI-4.1), Java " + Runtime.version());
        out.println("java      " + System.getProperty("java.home") + ", " + System.getProperty("java.vm.name") + ", "
                + System.getProperty("java.vendor"));
        out.println("system    " + Platform.current().system() + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", processors "
                + Runtime.getRuntime().availableProcessors()
                + ", platform " + Platform.current().name());
        if (!runtimePath.isEmpty()) {
            out.println("javampi   " + runtimePath.get(0).toAbsolutePath().getParent());
        }
    }
}
