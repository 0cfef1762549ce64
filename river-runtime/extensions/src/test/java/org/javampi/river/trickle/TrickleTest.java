package org.javampi.river.trickle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Trickle's programs on VMs that are processes; some of them are killed, so that the order matters. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrickleTest {
    private static final List<Integer> NUMBERS = IntStream.range(0, 100).boxed().collect(Collectors.toList());

    private static Trickle t;

    @TempDir
    static Path folder;

    @BeforeAll
    static void connect() {
        t = Trickle.connect(4);
    }

    @AfterAll
    static void close() {
        List<ProcessHandle> children = ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .toList();
        t.close();
        assertEquals(List.of(), children.stream().filter(ProcessHandle::isAlive).toList(), "VMs are left");
    }

    private static long sum(List<Integer> part) {
        return part.stream().mapToLong(Integer::longValue).sum();
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    /** By a command: Java lets no process end itself by a signal. */
    private static void kill(long pid) throws IOException {
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start();
    }

    /** Notes that a call was made, where all VMs see it. */
    private static void note(String file, Object what) throws IOException {
        Files.writeString(Path.of(file), what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    @Order(1)
    void shouldCallOnEachVm() {
        t.inject(TrickleTest.class);
        assertEquals(List.of(20, 20, 20, 20), t.each((Integer x) -> x + 10, 10));
        assertEquals(4, new HashSet<>(t.each((Integer x) -> pid(), 0)).size());
    }

    @Test
    @Order(2)
    void shouldGiveEachVmAnArgumentOfItsOwn() {
        assertEquals(List.of(10, 11, 12, 13), Trickle.join(t.fork((Integer x) -> x + 10, List.of(0, 1, 2, 3))));
    }

    @Test
    @Order(3)
    void shouldCallOnceForEachChunk() throws IOException {
        String calls = folder.resolve("calls").toString();
        List<Long> sums = t.forkWork(
                (List<Integer> part) -> {
                    note(calls, part.get(0));
                    return sum(part);
                },
                NUMBERS,
                10);
        assertEquals(4950, sums.stream().mapToLong(x -> x).sum());
        assertEquals(LongStream.range(0, 10).map(i -> 45 + 100 * i).boxed().toList(), sums);
        assertEquals(10, Files.readAllLines(Path.of(calls)).size());
    }

    @Test
    @Order(4)
    void shouldStreamResultsAsTheyCome() {
        assertEquals(
                4950,
                t.forkWorkStream((List<Integer> part) -> sum(part), NUMBERS, 7)
                        .mapToLong(x -> x)
                        .sum());
    }

    @Test
    @Order(5)
    void shouldNotBeginMoreThanTheConsumerOfAStreamKeepsUpWith() throws IOException {
        String begun = folder.resolve("begun").toString();
        List<Integer> many = IntStream.range(0, 1000).boxed().toList();
        try (var results = t.forkWorkStream(
                (List<Integer> part) -> {
                    note(begun, part.get(0));
                    return part.get(0);
                },
                many,
                1)) {
            assertEquals(2, results.limit(2).count());
        }
        assertTrue(Files.readAllLines(Path.of(begun)).size() < 100, "begun far ahead");
    }

    @Test
    @Order(5)
    void shouldInterruptWhatRunsWhenAStreamIsClosedAndKeepItsVms() {
        List<VmHandle> vms = t.vms();
        for (VmHandle vm : vms) {
            vm.put("kept", 3);
        }
        try (var results = t.forkWorkStream(
                (List<Integer> part) -> {
                    if (part.get(0) > 3) {
                        Thread.sleep(3_600_000);
                    }
                    return part.get(0);
                },
                NUMBERS,
                1)) {
            assertEquals(3, results.limit(3).count());
        }
        assertEquals(List.of(3, 3, 3, 3), t.each((Integer x) -> Trickle.<Integer>local("kept"), 0));
        assertEquals(vms.toString(), t.vms().toString());
    }

    @Test
    @Order(6)
    void shouldKeepValuesOnAVm() throws Exception {
        VmHandle vm = t.vms().get(1);
        vm.put("k", 7);
        assertEquals(8, vm.call((Integer x) -> x + Trickle.<Integer>local("k"), 1));
        assertEquals(7, vm.<Integer>get("k"));
        assertNull(t.vms().get(0).get("k"));
    }

    @Test
    @Order(7)
    void shouldListAllFailuresOnceAllCallsAreOver() {
        List<Handle<Integer>> calls = t.fork(
                (Integer x) -> {
                    if (x % 2 == 1) {
                        throw new IllegalStateException("odd " + x);
                    }
                    return x;
                },
                List.of(0, 1, 2, 3));
        TrickleException e = assertThrows(TrickleException.class, () -> Trickle.join(calls));
        assertTrue(
                e.getMessage().startsWith("2 of 4 calls have failed:\n  task 1 of 4 of fork, attempt 1 of 3 on VM "),
                e.getMessage());
        assertTrue(e.getMessage().contains("has thrown java.lang.IllegalStateException: odd 3"), e.getMessage());
        assertInstanceOf(IllegalStateException.class, e.getCause());
        assertEquals(
                TrickleTest.class.getName(), e.getCause().getStackTrace()[0].getClassName());
        assertTrue(calls.stream().allMatch(Handle::isDone));
    }

    @Test
    @Order(8)
    void shouldThrowWhatACallThrowsAsItself() {
        VmHandle vm = t.vms().get(0);
        Exception e = assertThrows(
                IOException.class,
                () -> vm.call(
                        x -> {
                            throw new IOException("no disk");
                        },
                        0));
        assertEquals("no disk", e.getMessage());
    }

    @Test
    @Order(9)
    void shouldNameTheClassThatCannotTravel() {
        Object here = new Object();
        TrickleException e = assertThrows(TrickleException.class, () -> t.each((Integer x) -> here.hashCode(), 1));
        assertTrue(
                e.getMessage()
                        .contains("the function of each cannot travel: it contains or captures an object of class"
                                + " java.lang.Object, which is not java.io.Serializable"),
                e.getMessage());
    }

    @Test
    @Order(10)
    void shouldRunManySmallTasks() {
        int count = 5_000;
        List<Integer> items = IntStream.range(0, count).boxed().toList();
        List<Long> results = t.forkWork((List<Integer> part) -> sum(part), items, 1);
        assertEquals(
                (long) count * (count - 1) / 2,
                results.stream().mapToLong(x -> x).sum());
    }

    /** The files that this process has long objects in. */
    private static List<Path> payloads() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("river-payload-" + pid() + "-"))
                    .toList();
        }
    }

    @Test
    @Order(10)
    void shouldWriteALongArgumentOnceForAllVmsOfAHost() throws IOException {
        byte[] large = new byte[8 << 20];
        large[7] = 5;
        String temporary = System.getProperty("java.io.tmpdir");
        String own = "river-payload-" + pid() + "-";
        // While the calls run there is one file, for function or argument.
        List<Integer> files = t.each(
                (byte[] bytes) -> {
                    try (var list = Files.list(Path.of(temporary))) {
                        return bytes[7]
                                + (int) list.filter(file ->
                                                file.getFileName().toString().startsWith(own))
                                        .count();
                    }
                },
                large);
        assertEquals(List.of(6, 6, 6, 6), files);
        List<Integer> captured = t.forkWork((List<Integer> part) -> part.get(0) + large[7], List.of(1, 2, 3), 1);
        assertEquals(List.of(6, 7, 8), captured);
        assertEquals(List.of(), payloads());
    }

    @Test
    @Order(11)
    void shouldGiveChunksOfAKilledVmToOthers() throws IOException {
        String calls = folder.resolve("killed").toString();
        long victim = t.vms().get(3).toString().transform(TrickleTest::pidOf);
        List<Long> sums = t.forkWork(
                (List<Integer> part) -> {
                    if (pid() == victim && part.get(0) > 3) {
                        kill(victim);
                        Thread.sleep(60_000);
                    }
                    Thread.sleep(5);
                    note(calls, part.get(0));
                    return sum(part);
                },
                NUMBERS,
                1);
        assertEquals(4950, sums.stream().mapToLong(x -> x).sum());
        assertEquals(100, new ArrayList<>(Files.readAllLines(Path.of(calls))).size(), "each chunk once");
        assertEquals(3, t.vms().size());
        assertEquals(List.of(20, 20, 20), t.each((Integer x) -> x + 10, 10));
    }

    private static long pidOf(String vm) {
        return Long.parseLong(vm.replaceAll(".*pid (\\d+).*", "$1"));
    }

    @Test
    @Order(12)
    void shouldNameTheVmThatDiesUnderACall() {
        VmHandle vm = t.vms().get(2);
        TrickleException e = assertThrows(
                TrickleException.class,
                () -> vm.call(
                        x -> {
                            System.out.println("my last words");
                            System.out.flush();
                            kill(pid());
                            Thread.sleep(60_000);
                            return x;
                        },
                        0));
        for (String part : List.of(
                "task 0 of 1 of call, attempt 1 of 1 on VM " + vm,
                "signal 9 (exit status 137)",
                "my last words",
                "What to do: ")) {
            assertTrue(e.getMessage().contains(part), e.getMessage());
        }
    }

    @Test
    @Order(13)
    void shouldFailAChunkThatEndsEachVm() {
        TrickleException e = assertThrows(
                TrickleException.class,
                () -> t.forkWork(
                        (List<Integer> part) -> {
                            Runtime.getRuntime().halt(3);
                            return 0;
                        },
                        NUMBERS,
                        100));
        assertTrue(e.getMessage().contains("exit status 3"), e.getMessage());
        assertEquals(0, t.vms().size());
        assertThrows(IllegalStateException.class, () -> t.each((Integer x) -> x, 1));
    }
}
