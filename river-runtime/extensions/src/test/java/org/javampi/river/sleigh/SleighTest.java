package org.javampi.river.sleigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Workers in JVMs of their own. */
class SleighTest {
    private static Sleigh sleigh;

    /** What a worker keeps. */
    private static int calls;

    @BeforeAll
    static void start() {
        sleigh = Sleigh.start();
    }

    @AfterAll
    static void close() {
        sleigh.close();
    }

    @Test
    void shouldCallOnceOnEachWorker() {
        assertEquals(List.of(0, 1, 2), sleigh.eachWorker(a -> Sleigh.rank()));
        assertEquals(List.of("3x", "3x", "3x"), sleigh.eachWorker(a -> Sleigh.workerCount() + (String) a[0], "x"));
        List<Integer> before = sleigh.eachWorker(a -> ++calls);
        assertEquals(before.stream().map(i -> i + 1).toList(), sleigh.eachWorker(a -> ++calls), "state stays");
        List<Object> failed = sleigh.eachWorker(a -> {
            if (Sleigh.rank() == 1) {
                throw new IllegalStateException("not me");
            }
            return Sleigh.rank();
        });
        assertEquals(0, failed.get(0));
        assertEquals(
                "not me",
                assertInstanceOf(IllegalStateException.class, failed.get(1)).getMessage());
        assertThrows(IllegalStateException.class, Sleigh::rank);
    }

    @Test
    void shouldCallWithVaryingAndFixedArguments() {
        List<List<Integer>> varying = List.of(List.of(1, 2, 3), List.of(11, 12, 13));
        SleighFunction<String> join = a -> a[0] + "," + a[1] + "," + a[2];
        assertEquals(List.of("1,11,99", "2,12,99", "3,13,99"), sleigh.eachElem(join, varying, List.of(99)));
        SleighOptions turned = new SleighOptions().argPermute(2, 0, 1).chunkSize(2);
        assertEquals(
                List.of("99,1,11", "99,2,12", "99,3,13"),
                sleigh.eachElem(join, varying, List.of(99), turned).await());
        assertEquals(
                List.of("1,5,9", "2,6,9", "3,5,9"),
                sleigh.eachElem(join, List.of(List.of(1, 2, 3), List.of(5, 6)), List.of(9)),
                "short lists begin again");
        assertEquals(List.of(2, 3), sleigh.eachElem(a -> (int) a[0] + 1, List.of(1, 2)));
        assertEquals(List.of(), sleigh.eachElem(a -> 1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new SleighOptions().argPermute(0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> sleigh.eachElem(join, varying, List.of(), new SleighOptions().argPermute(2, 0, 1)));
    }

    @Test
    void shouldGoOnWhileTheMasterDoesSomethingElse() {
        Map<Integer, Object> got = new HashMap<>();
        SleighPending<Integer> pending = sleigh.eachElem(
                a -> {
                    int x = Sleigh.userNws().fetch("go");
                    return (int) a[0] * x;
                },
                List.of(IntStream.range(0, 10).boxed().toList()),
                List.of(),
                new SleighOptions().blocking(false).loadFactor(1).accumulator(got::put));
        assertEquals(10, pending.check());
        for (int i = 0; i < 10; i++) {
            Sleigh.userNws().store("go", 2);
        }
        assertEquals(List.of(0, 2, 4, 6, 8, 10, 12, 14, 16, 18), pending.await());
        assertEquals(0, pending.check());
        assertEquals(10, got.size());
        assertEquals(18, got.get(9));
    }

    @Test
    void shouldDoAThousandElementsAlthoughAWorkerIsKilledAndOneThrows() {
        Sleigh.userNws().store("kill", 1);
        List<Object> results = sleigh.eachElem(
                a -> {
                    int i = (int) a[0];
                    if (i == 500) {
                        throw new IllegalArgumentException("element 500");
                    }
                    if (i > 300 && Sleigh.userNws().<Integer>fetchTry("kill", 0) == 1) {
                        String own = Long.toString(ProcessHandle.current().pid());
                        new ProcessBuilder("kill", "-9", own).start();
                        TimeUnit.HOURS.sleep(1);
                    }
                    return i * 2;
                },
                IntStream.range(0, 1_000).boxed().toList());
        assertEquals(1_000, results.size());
        for (int i = 0; i < 1_000; i++) {
            if (i == 500) {
                assertEquals(
                        "element 500",
                        assertInstanceOf(IllegalArgumentException.class, results.get(i))
                                .getMessage());
            } else {
                assertEquals(i * 2, results.get(i));
            }
        }
        assertEquals(List.of(0, 1, 2), sleigh.eachWorker(a -> Sleigh.rank()), "the dead one has a successor");
    }

    @Test
    void shouldFailATaskByNameThatKillsItsWorkers() {
        List<Object> results = sleigh.eachElem(
                a -> {
                    if ((int) a[0] == 2) {
                        Runtime.getRuntime().halt(9);
                    }
                    return a[0];
                },
                List.of(0, 1, 2, 3, 4));
        assertEquals(List.of(0, 1, 3, 4), List.of(results.get(0), results.get(1), results.get(3), results.get(4)));
        Exception failure = assertInstanceOf(Exception.class, results.get(2));
        assertTrue(failure.getMessage().contains("task 2 of 5 of eachElem, attempt 3 of 3"), failure.getMessage());
        assertTrue(failure.getMessage().contains("the VM is lost"), failure.getMessage());
    }

    @Test
    void shouldFindThePrimesTo100000AsOneProcessDoes() {
        int limit = 100_000;
        int chunk = 5_000;
        List<Integer> starts = IntStream.iterate(2, from -> from <= limit, from -> from + chunk)
                .boxed()
                .toList();
        SleighFunction<ArrayList<Integer>> sieve = a -> {
            int from = (int) a[0];
            int to = Math.min(limit + 1, from + chunk);
            boolean[] composite = new boolean[to - from];
            // The primes of earlier chunks, as far as they matter here: waits for them.
            for (int earlier = 2; earlier < from && (long) earlier * earlier < to; earlier += chunk) {
                List<Integer> primes = Sleigh.userNws().find("primes from " + earlier);
                primes.forEach(prime -> strike(composite, from, prime));
            }
            ArrayList<Integer> own = new ArrayList<>();
            for (int n = from; n < to; n++) {
                if (!composite[n - from]) {
                    own.add(n);
                    strike(composite, from, n);
                }
            }
            Sleigh.userNws().store("primes from " + from, own);
            return own;
        };
        List<Integer> found = new ArrayList<>();
        sleigh.eachElem(sieve, starts).forEach(found::addAll);
        Set<Integer> serial = new HashSet<>();
        IntStream.rangeClosed(2, limit)
                .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).allMatch(d -> n % d != 0))
                .forEach(serial::add);
        assertEquals(9_592, found.size());
        assertEquals(serial, new HashSet<>(found));
    }

    @Test
    void shouldRunASlowTaskASecondTimeWhenAsked() {
        Sleigh.userNws().store("slow", 1);
        List<Integer> results = sleigh.<Integer>eachElem(
                        a -> {
                            if ((int) a[0] == 1 && Sleigh.userNws().<Integer>fetchTry("slow", 0) == 1) {
                                TimeUnit.HOURS.sleep(1);
                            }
                            return (int) a[0];
                        },
                        List.of(List.of(0, 1, 2, 3)),
                        List.of(),
                        new SleighOptions().speculative(true))
                .await();
        assertEquals(List.of(0, 1, 2, 3), results);
    }

    private static void strike(boolean[] composite, int from, int prime) {
        long first = Math.max((long) prime * prime, (long) (from + prime - 1) / prime * prime);
        for (long n = first; n < (long) from + composite.length; n += prime) {
            composite[(int) (n - from)] = true;
        }
    }

    /** Four that agree on the largest of their numbers: the one value moves from one to the other. */
    @Test
    void shouldFindTheMaximumOfFour() {
        try (Sleigh four = Sleigh.workers(4).start()) {
            Sleigh.userNws().store("max", Integer.MIN_VALUE);
            Sleigh.userNws().store("left", 4);
            List<Integer> found = four.eachWorker(a -> {
                int own = (Sleigh.rank() * 7 + 3) % 11;
                int max = Sleigh.userNws().fetch("max");
                Sleigh.userNws().store("max", Math.max(max, own));
                int left = Sleigh.userNws().<Integer>fetch("left") - 1;
                Sleigh.userNws().store("left", left);
                if (left == 0) {
                    Sleigh.userNws().store("done", true);
                }
                Sleigh.userNws().find("done");
                return Sleigh.userNws().find("max");
            });
            assertEquals(List.of(10, 10, 10, 10), found);
        }
    }

    @Test
    void shouldStartWorkersByARemoteShell() throws Exception {
        // A shell that ignores the host runs its command here.
        Path shell = Files.createTempFile("shell", ".sh");
        Files.writeString(shell, "shift\nexec sh -c \"$*\"\n");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ByShell.class.getName());
        builder.environment().put("JAVAMPI_RSH", "sh " + shell);
        Process process = builder.redirectErrorStream(true).start();
        try {
            String text = new String(process.getInputStream().readAllBytes());
            assertTrue(process.waitFor(Patience.seconds(200), TimeUnit.SECONDS), text);
            assertEquals("[0, 1]\n", text);
        } finally {
            process.destroyForcibly();
            Files.delete(shell);
        }
    }

    /** A program with workers on other hosts. */
    static final class ByShell {
        public static void main(String[] none) {
            try (Sleigh two = Sleigh.on("h1", "h2").start()) {
                System.out.println(two.eachWorker(a -> Sleigh.rank()));
            }
        }
    }
}
