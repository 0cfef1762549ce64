package org.javampi.mpirun.commands;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.javampi.mpirun.archive.RuntimePrograms;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.plan.Program;

/** {@code --list-coll}: lists what a rank would find on its class path, in a JVM like a rank's. */
public final class CollectiveListing {

    private final PrintStream out;
    private final PrintStream err;

    public CollectiveListing(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Prints the list; answers the exit status.
     *
     * @param classPath the program's, where more algorithms may be; or null
     */
    public int print(List<Path> runtimePath, String classPath) {
        List<Path> path = new ArrayList<>(runtimePath);
        if (classPath != null) {
            for (String entry : classPath.split(File.pathSeparator)) {
                path.add(Path.of(entry));
            }
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Program.join(path),
                RuntimePrograms.mainClass("list-coll"));
        builder.redirectErrorStream(true);
        try {
            Process process = builder.start();
            try (InputStream text = process.getInputStream()) {
                text.transferTo(out);
            }
            out.flush();
            return process.waitFor();
        } catch (IOException e) {
            throw new LaunchFailure("cannot list the algorithms: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("javampirun: interrupted");
            return ExitStatus.FAILED;
        }
    }
}
