package org.javampi.mpirun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that make a run visible. */
public final class TraceOptions {
    private static final String TOOLS = "-Djavampi.tools=";
    private static final List<String> ENDINGS = List.of(".html", ".pftrace", ".json");

    @Option(
            names = {"-trace", "--trace"},
            paramLabel = "FILE",
            description = "record the ranks' MPI calls and show them: out.html is a page, out.pftrace is for Perfetto,"
                    + " out.json for Chrome; - prints a message diagram")
    private String file;

    /** Whether calls are recorded. */
    public boolean isOn() {
        return file != null;
    }

    /**
     * Checks the file.
     *
     * @throws IllegalArgumentException if it cannot be written, or its name does not say of what kind it is
     */
    public void check() {
        if (file == null || file.equals("-")) {
            return;
        }
        if (ENDINGS.stream().noneMatch(file::endsWith)) {
            throw new IllegalArgumentException("--trace " + file + ": give a file that ends with "
                    + String.join(", ", ENDINGS) + ", or - for a diagram in the terminal");
        }
        Path folder = Path.of(file).toAbsolutePath().getParent();
        if (!folder.toFile().isDirectory()) {
            throw new IllegalArgumentException("--trace " + file + ": there is no directory " + folder);
        }
    }

    /**
     * The options of a rank's JVM: the user's, and those that record.
     *
     * @param tool the class that does
     */
    public List<String> jvmOptions(List<String> users, String tool) {
        List<String> all = new ArrayList<>();
        String tools = tool;
        for (String option : users) {
            if (option.startsWith(TOOLS)) {
                tools = option.substring(TOOLS.length()) + "," + tools;
            } else {
                all.add(option);
            }
        }
        all.add(TOOLS + tools);
        all.add("-Djavampi.trace="
                + (file.equals("-") ? file : Path.of(file).toAbsolutePath().toString()));
        return all;
    }
}
