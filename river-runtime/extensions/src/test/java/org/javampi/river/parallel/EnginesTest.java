package org.javampi.river.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Engines in JVMs of their own. */
class EnginesTest {
    private static final Duration PATIENCE = Patience.duration(200);

    private static Engines engines;

    @BeforeAll
    static void connect() {
        engines = Engines.connect(4);
    }

    @AfterAll
    static void close() {
        engines.close();
    }

    @Test
    void shouldPushPullScatterGatherAndMap() {
        View all = engines.all();
        all.push("x", 7);
        assertEquals(List.of(7, 7, 7, 7), all.pull("x"));
        all.scatter("a", IntStream.range(0, 10).toArray());
        assertEquals(List.of(3, 3, 2, 2), all.apply(ns -> ((int[]) ns.get("a")).length));
        assertEquals(List.of(3, 12, 13, 17), all.apply(ns -> IntStream.of((int[]) ns.get("a"))
                .sum()));
        assertArrayEquals(IntStream.range(0, 10).toArray(), (int[]) all.gather("a"));
        all.scatter("l", List.of("a", "b", "c", "d", "e"));
        assertEquals(List.of("a", "b", "c", "d", "e"), all.gather("l"));
        assertEquals(List.of(1, 4, 9, 16, 25, 36), all.map(i -> i * i, List.of(1, 2, 3, 4, 5, 6)));
        engines.targets(1, 3).push("x", 8);
        assertEquals(List.of(7, 8, 7, 8), all.pull("x"));
        CompositeException none = assertThrows(CompositeException.class, () -> all.pull("nothing"));
        assertTrue(none.getMessage().contains("no variable 'nothing' at engine 0"), none.getMessage());
    }

    @Test
    void shouldNameEachEngineThatFails() {
        int zero = 0;
        CompositeException four =
                assertThrows(CompositeException.class, () -> engines.all().apply(ns -> 1 / zero));
        assertEquals(4, four.failures().size());
        four.failures().values().forEach(one -> assertInstanceOf(ArithmeticException.class, one));
        assertTrue(four.getMessage().startsWith("4 of 4 engines have failed:\n  [0] engine 0 ("), four.getMessage());
        assertTrue(four.getMessage().contains("[3] engine 3 ("), four.getMessage());
        assertTrue(four.getMessage().contains("java.lang.ArithmeticException: / by zero"), four.getMessage());
        CompositeException several = assertThrows(CompositeException.class, () -> engines.targets(0, 1, 2, 3, 0, 1)
                .apply(ns -> 1 / zero));
        assertTrue(several.getMessage().startsWith("4 of 6"), several.getMessage());
    }

    @Test
    void shouldRunSource() {
        View all = engines.all();
        all.push("base", 5);
        all.execute("int twice(int n) { return 2 * n; } int b = twice(base); record P(int x) {}");
        assertEquals(List.of(10, 10, 10, 10), all.pull("b"));
        engines.targets(2).execute("b = new P(b + 1).x();");
        assertEquals(List.of(10, 10, 11, 10), all.pull("b"));
        assertEquals(List.of(10, 10, 11, 10), all.apply(ns -> ns.get("b")));
        all.push("b", 3);
        all.execute("b++;");
        assertEquals(List.of(4, 4, 4, 4), all.pull("b"));
        SourceException wrong = assertThrows(SourceException.class, () -> all.execute("int c = \"text\";"));
        assertTrue(wrong.getMessage().startsWith("incompatible types"), wrong.getMessage());
        CompositeException thrown =
                assertThrows(CompositeException.class, () -> engines.targets(1).execute("int d = 1 / (b - b);"));
        assertTrue(thrown.getMessage().startsWith("1 of 1 engine has failed:\n  [1] engine 1"), thrown.getMessage());
        assertTrue(thrown.getMessage().contains("java.lang.ArithmeticException: / by zero"), thrown.getMessage());
    }

    @Test
    void shouldGoOnWhileTheCallerDoesSomethingElse() throws Exception {
        AsyncResult<List<Integer>> result = engines.all().applyAsync(ns -> {
            System.out.println("hello from here");
            ns.put("done", true);
            return ns.size();
        });
        assertEquals(4, result.get(PATIENCE).size());
        assertTrue(result.ready());
        assertEquals(4, result.progress());
        assertEquals("hello from here\n", result.stdout(2));
        AsyncResult<List<String>> sleepers = engines.all().applyAsync(ns -> {
            TimeUnit.HOURS.sleep(1);
            return "late";
        });
        assertThrows(TimeoutException.class, () -> sleepers.get(Duration.ofMillis(10)));
        sleepers.abort();
        assertThrows(EngineException.class, () -> sleepers.get(PATIENCE));
        assertEquals(List.of(true, true, true, true), engines.all().pull("done"), "they were interrupted");
    }

    @Test
    void shouldBalance() throws Exception {
        List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
        assertEquals(
                numbers.stream().map(i -> i + 1).toList(), engines.balanced().map(i -> i + 1, numbers));
        List<Integer> once = engines.balanced()
                .retries(4)
                .map(
                        i -> {
                            String seen = "javampi.test.seen." + i;
                            if (System.getProperty(seen) == null && i % 10 == 0) {
                                System.setProperty(seen, "");
                                throw new IllegalStateException("first time here");
                            }
                            return i;
                        },
                        numbers);
        assertEquals(numbers, once);
        CompositeException failed = assertThrows(
                CompositeException.class, () -> engines.balanced().map(i -> 10 / (i - 3), List.of(1, 2, 3, 4)));
        assertTrue(failed.getMessage().contains("[2] part 2: java.lang.ArithmeticException"), failed.getMessage());
        EngineException late = assertThrows(
                EngineException.class,
                () -> engines.balanced().timeout(Duration.ofMillis(50)).apply(ns -> {
                    TimeUnit.HOURS.sleep(1);
                    return 0;
                }));
        assertTrue(late.getMessage().contains("took longer than 50 ms"), late.getMessage());
        AsyncResult<Integer> first = engines.balanced().applyAsync(ns -> 1);
        AsyncResult<Integer> second = engines.balanced().after(first).applyAsync(ns -> 2);
        assertEquals(2, second.get(PATIENCE));
        assertTrue(first.ready());
    }

    @Test
    void shouldTellInTwoSecondsThatAnEngineDies() {
        try (Engines three = Engines.connect(3)) {
            View all = three.all();
            List<Long> pids = all.apply(ns -> ProcessHandle.current().pid());
            all.apply(ns -> 0);
            AsyncResult<List<Integer>> call = all.applyAsync(ns -> {
                System.out.print("begun");
                if (!ns.containsKey("never")) {
                    TimeUnit.SECONDS.sleep(ns.containsKey("short") ? 0 : 3600);
                }
                return 1;
            });
            while (!call.stdout(1).equals("begun")) {
                Thread.onSpinWait();
            }
            long startNs = System.nanoTime();
            ProcessHandle.of(pids.get(1)).orElseThrow().destroyForcibly();
            while (three.isAlive(1) || call.progress() < 1) {
                Thread.onSpinWait();
            }
            long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
            System.out.println("a killed engine was told after " + ms + " ms");
            assertTrue(ms < 60_000, ms + " ms");
            assertEquals(1, call.progress());
            CompositeException next = assertThrows(
                    CompositeException.class, () -> three.targets(1).apply(ns -> 1));
            assertInstanceOf(EngineException.class, next.failures().get(1));
            assertTrue(next.getMessage().contains("engine 1 ("), next.getMessage());
            assertTrue(next.getMessage().contains("pid " + pids.get(1) + ") is lost"), next.getMessage());
            assertTrue(next.getMessage().contains("signal 9 (exit status 137)"), next.getMessage());
            assertTrue(next.getMessage().contains("What to do: "), next.getMessage());
            call.abort();
            assertEquals(List.of(1, 1), three.targets(0, 2).apply(ns -> 1));
            assertEquals(List.of(2, 3, 4, 5), three.balanced().map(i -> i + 1, List.of(1, 2, 3, 4)));
        }
    }
}
