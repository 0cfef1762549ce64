package org.javampi.junit;

import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One run of {@code javampirun}: its ranks tell what they did in files of a folder that is deleted afterwards. */
final class RankProcesses {
    /** System property of the ranks: how many there are. */
    static final String RANKS = "javampi.junit.ranks";

    private static final String CALL = "call";
    private static final String LAUNCHER = "org.javampi.mpirun.Javampirun";
    private static final String TOOL = "org.javampi.junit.rank.SendLog";

    private final int ranks;
    private final Path folder;
    private final List<String> command = new ArrayList<>();

    RankProcesses(int ranks, String programPath, int timeoutSeconds) throws IOException {
        this.ranks = ranks;
        try {
            Class.forName(LAUNCHER, false, RankProcesses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "a test with processes needs the launcher: add org.javampi:javampi to the dependencies", e);
        }
        folder = Files.createTempDirectory("javampi-junit");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LAUNCHER));
        option("-np", Integer.toString(ranks));
        option("--timeout", Integer.toString(timeoutSeconds));
        option("-outfile-pattern", folder.resolve("out.%r").toString());
        option("-errfile-pattern", folder.resolve("err.%r").toString());
        option("-cp", programPath + File.pathSeparator + System.getProperty("java.class.path"));
    }

    void option(String name, String value) {
        command.add(name);
        command.add(value);
    }

    MpiRun run(ProgramCall call) throws IOException {
        try {
            write(folder.resolve(CALL), call);
            command.add("-D" + RANKS + "=" + ranks);
            command.add("-Djavampi.tools=" + TOOL);
            command.add(RankProcess.class.getName());
            command.add(folder.toString());
            Path said = folder.resolve("said");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            process.getOutputStream().close();
            int status = await(process);
            List<RankResult> results = new ArrayList<>();
            for (int rank = 0; rank < ranks; rank++) {
                results.add(result(rank));
            }
            String verdict = status == 0 ? null : Files.readString(said, Charset.defaultCharset());
            return new MpiRun(results, status, RankFailures.of(results, -1, verdict));
        } finally {
            delete();
        }
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ranks of a test were running", e);
        }
    }

    private RankResult result(int rank) throws IOException {
        Path file = folder.resolve("result." + rank);
        RankResult told = Files.exists(file) ? (RankResult) read(file) : RankResult.none();
        return new RankResult(text("out." + rank), text("err." + rank), told.sent(), told.failure());
    }

    private String text(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file, Charset.defaultCharset()) : "";
    }

    static ProgramCall call(Path folder) throws IOException {
        return (ProgramCall) read(folder.resolve(CALL));
    }

    /** Written beside and renamed: whole, or not there. */
    static void write(Path folder, int rank, RankResult result) throws IOException {
        Path part = folder.resolve("part." + rank);
        write(part, result);
        Files.move(part, folder.resolve("result." + rank));
    }

    private static void write(Path file, Object value) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(value);
        }
    }

    private static Object read(Path file) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(file + " names a class that is not here", e);
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
