package org.javampi.mpirun;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options about collective algorithms. */
final class CollectiveOptions {
    private static final String LISTING = "org.javampi.core.collective.Listing";

    @Option(
            names = {"-coll", "--coll"},
            paramLabel = "RULE",
            description = "choose a collective algorithm: allreduce=ring:64k-, barrier=dissemination,"
                    + " bcast=pipeline(segment=32k)@4-; may be repeated, the first that"
                    + " applies decides")
    List<String> rules = new ArrayList<>();

    @Option(
            names = {"-coll-file", "--coll-file"},
            paramLabel = "FILE",
            description = "further rules, one per line")
    private Path file;

    @Option(
            names = {"-explain-coll", "--explain-coll"},
            description = "print at the end which algorithm ran where and why")
    boolean explain;

    @Option(
            names = {"-list-coll", "--list-coll"},
            description = "print all collective algorithms, their parameters and limits")
    private boolean list;

    boolean isListing() {
        return list;
    }

    /** What the ranks are told. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!rules.isEmpty()) {
            settings.put("coll", String.join(";", rules));
        }
        if (file != null) {
            settings.put("coll.file", file.toAbsolutePath().toString());
        }
        if (explain) {
            settings.put("coll.explain", "true");
        }
        return settings;
    }

    /** Lists what a rank would find on its class path, in a JVM like a rank's. */
    int list(List<Path> runtimePath, String classPath, PrintStream out, PrintStream err) {
        List<Path> path = new ArrayList<>(runtimePath);
        if (classPath != null) {
            for (String entry : classPath.split(java.io.File.pathSeparator)) {
                path.add(Path.of(entry));
            }
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", Program.join(path), LISTING);
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
            return 1;
        }
    }
}
