package org.javampi.mpirun.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.setting.Settings;

/**
 * Makes the class-data archives (JEP 350) of a distribution: one for ranks, one for the launcher,
 * and one for a launcher that compiles a source file, since a larger archive takes longer to map;
 * by running each once with a small job and letting the JVM write down the classes it has loaded.
 */
public final class ArchiveMaker {
    private static final long LIMIT_S = 120;

    /** Java 25 warns of each class of the JDK's own that it leaves out. */
    private static final String FEWER_WORDS = "-Xlog:cds=error";

    private final List<Path> runtimePath;
    private final Class<?> launcher;
    private final ToIntFunction<List<String>> jobs;
    private final PrintStream out;

    /**
     * A maker of the archives beside the runtime's jars.
     *
     * @param launcher main class of launchers
     * @param jobs runs a job in this process and answers its exit status
     */
    public ArchiveMaker(List<Path> runtimePath, Class<?> launcher, ToIntFunction<List<String>> jobs, PrintStream out) {
        this.runtimePath = runtimePath;
        this.launcher = launcher;
        this.jobs = jobs;
        this.out = out;
    }

    /** Makes all; answers the exit status. */
    public int make() {
        Path ranks = ClassArchive.of(runtimePath);
        if (ranks == null) {
            out.println("javampirun: archives are made for a built distribution only");
            return ExitStatus.FAILED;
        }
        try {
            ProviderIndex.write(runtimePath);
            Files.deleteIfExists(ranks);
            trainRanks("-XX:ArchiveClassesAtExit=" + ranks);
            Path plain = launcher("launcher", ArchiveTraining.mainClass());
            Path folder = Files.createTempDirectory("javampi-training");
            Path source = folder.resolve(ArchiveTraining.SOURCE_NAME);
            try {
                Files.writeString(source, ArchiveTraining.SOURCE);
                Path compiler = launcher("compiler", source.toString());
                return Files.exists(ranks) && Files.exists(plain) && Files.exists(compiler) ? 0 : ExitStatus.FAILED;
            } finally {
                Files.deleteIfExists(source);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot make the class-data archives: " + e.getMessage(), e);
        }
    }

    /**
     * Runs the training program as a job whose first rank, and no other, writes an archive; on two
     * hosts as it seems, so that the classes of all transports are in it.
     */
    private void trainRanks(String option) {
        List<String> words = new ArrayList<>(List.of("-np", "4", "--set"));
        words.addAll(List.of(Settings.PRETENDED_HOSTS + "=2", "--first-jvm-option", option));
        words.addAll(List.of(FEWER_WORDS, "-cp", "none", ArchiveTraining.mainClass()));
        int status = jobs.applyAsInt(words);
        if (status != 0) {
            throw new LaunchFailure("the training job has ended with status " + status);
        }
    }

    /** Makes the archive of launchers that start {@code program}. */
    private Path launcher(String kind, String program) throws IOException {
        Path archive = ClassArchive.ofLauncher(runtimePath, kind);
        Files.createDirectories(archive.getParent());
        Files.deleteIfExists(archive);
        List<String> launch = new ArrayList<>();
        launch.add("-XX:ArchiveClassesAtExit=" + archive);
        launch.add(FEWER_WORDS);
        launch.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseG1GC", "-cp"));
        launch.add(System.getProperty("java.class.path"));
        launch.addAll(List.of(launcher.getName(), "--exit-in-order", "-np", "1"));
        launch.addAll(List.of("-cp", "none", program));
        start(launch);
        return archive;
    }

    private void start(List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            out.print(new String(process.getInputStream().readAllBytes()));
            process.waitFor(LIMIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
