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

/** {@code --list-coll} and {@code --draw-coll}: show what a rank would find on its class path, in a JVM like a rank's. */
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
        return run(runtimePath, classPath, "list-coll");
    }

    /** Draws an algorithm to a file; answers the exit status. */
    public int draw(List<Path> runtimePath, String classPath, String rule, int ranks, String file) {
        return run(runtimePath, classPath, "draw-coll", rule, Integer.toString(ranks), file);
    }

    private int run(List<Path> runtimePath, String classPath, String program, String... arguments) {
        List<Path> path = new ArrayList<>(runtimePath);
        if (classPath != null) {
            for (String entry : classPath.split(File.pathSeparator)) {
                path.add(Path.of(entry));
            }
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", Program.join(path), RuntimePrograms.mainClass(program)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true);
        try {
            Process process = builder.start();
            try (InputStream text = process.getInputStream()) {
                text.transferTo(out);
            }
            out.flush();
            return process.waitFor();
        } catch (IOException e) {
            throw new LaunchFailure("cannot show the algorithms: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("javampirun: interrupted");
            return ExitStatus.FAILED;
        }
    }
}
