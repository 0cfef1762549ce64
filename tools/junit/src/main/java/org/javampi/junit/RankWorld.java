package org.javampi.junit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;
import org.javampi.job.vm.RankLoader;

/** Ranks for one run of a test or program: threads of this JVM, or processes. */
final class RankWorld {
    private final int ranks;
    private final Class<?> program;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private String transport = "";
    private int timeoutSeconds = 60;

    RankWorld(int ranks, Class<?> program) {
        this.ranks = ranks;
        this.program = program;
    }

    RankWorld transport(String names) {
        transport = names;
        return this;
    }

    RankWorld timeoutSeconds(int seconds) {
        timeoutSeconds = seconds;
        return this;
    }

    RankWorld setting(String keyAndValue) {
        int equals = keyAndValue.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("setting \"" + keyAndValue + "\": write key=value");
        }
        settings.put(keyAndValue.substring(0, equals), keyAndValue.substring(equals + 1));
        return this;
    }

    /** Runs {@code call} on threads of this JVM. */
    MpiRun here(ProgramCall call) {
        List<ThisRank> all = new ArrayList<>();
        for (int rank = 0; rank < ranks; rank++) {
            all.add(new ThisRank(rank, ranks));
        }
        Throwable[] thrown = new Throwable[ranks];
        World world = World.of(ranks)
                .deadline(Duration.ofSeconds(timeoutSeconds))
                .classes(rank -> {
                    ThisRank.enter(all.get(rank));
                    return loader();
                });
        settings.forEach(world::setting);
        if (!transport.isEmpty()) {
            world.transport(transport);
        }
        RankOutputs.install();
        WorldFailure failure = null;
        try {
            world.run(rank -> run(call, all.get(rank), thrown));
        } catch (WorldFailure e) {
            failure = e;
        }
        List<RankResult> results = new ArrayList<>();
        for (int rank = 0; rank < ranks; rank++) {
            results.add(RankResult.of(all.get(rank), thrown[rank]));
            show(rank, results.get(rank));
        }
        return new MpiRun(
                results,
                failure == null ? 0 : failure.status(),
                failure == null
                        ? RankFailures.of(results, -1, null)
                        : RankFailures.of(results, failure.rank(), failure.getMessage()));
    }

    /** Failures are thrown on, since the world ends the other ranks then. */
    private static void run(ProgramCall call, ThisRank rank, Throwable[] thrown) throws Exception {
        try {
            RankProgram.ofThisThread().run(call, rank);
        } catch (Exception | Error e) {
            thrown[rank.rank()] = e;
            throw e;
        } catch (Throwable e) {
            thrown[rank.rank()] = e;
            throw new IllegalStateException(e);
        }
    }

    private static void show(int rank, RankResult result) {
        result.output().lines().forEach(line -> System.out.println("[" + rank + "] " + line));
        result.errors().lines().forEach(line -> System.err.println("[" + rank + "] " + line));
    }

    private ClassLoader loader() {
        return new ToolLoader(new RankLoader(folders(), program.getClassLoader()));
    }

    /** Where the classes are that each rank has for itself: folders, and whatever the program comes from. */
    private String folders() {
        Set<String> folders = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (new File(entry).isDirectory()) {
                folders.add(entry);
            }
        }
        try {
            folders.add(Path.of(program.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where " + program + " is: " + e.getMessage(), e);
        }
        return String.join(File.pathSeparator, folders);
    }

    /** Runs {@code call} in processes that {@code javampirun} starts. */
    MpiRun inProcesses(ProgramCall call) {
        try {
            RankProcesses processes = new RankProcesses(ranks, folders(), timeoutSeconds);
            if (!transport.isEmpty()) {
                processes.option("--transport", transport);
            }
            settings.forEach((key, value) -> processes.option("--set", key + "=" + value));
            MpiRun run = processes.run(call);
            for (int rank = 0; rank < ranks; rank++) {
                show(rank, run.result(rank));
            }
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("the test cannot run " + ranks + " processes", e);
        }
    }
}
