package org.javampi.conformance.harness;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every program of the suite again, as the processes of real jobs: beside the other tests, since this VM only waits for
 * them. With up to 4 ranks, or {@code -Dprocesses.ranks=8}: one VM runs each program with every number of ranks, and more
 * processes than cores behave alike.
 */
@Execution(ExecutionMode.CONCURRENT)
class ProcessesTest {
    private static final int LARGEST_JOB = 8;
    private static final int MOST_RANKS = Integer.getInteger("processes.ranks", 4);

    @TempDir
    Path folder;

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicContainer> shouldHoldInProcessesToo() {
        return IntStream.rangeClosed(1, LARGEST_JOB)
                .boxed()
                .flatMap(ranks -> Place.of(ranks, true).stream().map(place -> new Programs(ranks, place, folder)))
                .filter(programs -> !programs.all.isEmpty())
                .map(Programs::tests);
    }

    /** The programs of one number of ranks at one place: run together, reported one by one. */
    private static final class Programs {
        private final int ranks;
        private final Place place;
        private final Path folder;
        private final List<SpmdProgram> all;
        private Map<String, String> failures;

        Programs(int ranks, Place place, Path folder) {
            this.ranks = ranks;
            this.place = place;
            this.folder = folder;
            all = SpmdProgram.forProcesses(ranks, MOST_RANKS);
        }

        DynamicContainer tests() {
            String display = Evidence.display(ranks, place, "processes");
            return DynamicContainer.dynamicContainer(
                    display,
                    all.stream()
                            .map(program -> DynamicTest.dynamicTest(
                                    display, URI.create("method:" + program.name() + "()"), () -> verdict(program))));
        }

        private void verdict(SpmdProgram program) throws IOException {
            if (failures == null) {
                failures = run();
            }
            String failure = failures.get(program.name());
            if (failure != null) {
                fail(program.name() + System.lineSeparator() + failure);
            }
        }

        /** A failure ends the job: the rest is run by another. */
        private Map<String, String> run() throws IOException {
            Map<String, String> found = new HashMap<>();
            int next = 0;
            while (next < all.size()) {
                Path names = Files.createTempFile(folder, "programs", ".txt");
                Files.write(
                        names, all.stream().skip(next).map(SpmdProgram::name).toList());
                LaunchedJob job = LaunchedJob.run(ranks, place, Suite.class, names.toString());
                List<String> done = new ArrayList<>(job.out().lines().toList());
                done.removeIf(line -> !line.startsWith("org.javampi.conformance."));
                next += done.size();
                if (next < all.size()) {
                    found.put(all.get(next).name(), "status " + job.status() + System.lineSeparator() + job.err());
                    next++;
                } else if (job.status() != 0) {
                    found.put(
                            all.get(all.size() - 1).name(),
                            "after it: status " + job.status() + System.lineSeparator() + job.err());
                }
            }
            return found;
        }
    }
}
