package org.javampi.river.farm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one scheduler below all systems: every task has one outcome, whatever its VM does, and nothing waits for the dead. */
class FarmTest {
    private static final Duration PATIENCE = Patience.duration(300);

    private static Crew crew;

    @BeforeAll
    static void start() throws InterruptedException {
        crew = Crew.open();
        crew.start(3, true, List.of());
    }

    @AfterAll
    static void end() {
        crew.close();
    }

    private static Work<Integer, Integer> work(
            int count, Policy policy, FarmFunction<Integer, Integer> function, Consumer<Outcome<Integer>> listener) {
        return new Work<>("work", count, i -> i, function, FarmTest.class, policy, listener);
    }

    private static boolean isFirst(Path mark) throws IOException {
        return mark.toFile().createNewFile();
    }

    private static void killThisVm() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
        TimeUnit.HOURS.sleep(1);
    }

    @Test
    void shouldGiveEachTaskOneOutcomeWhateverDies(@TempDir Path folder) throws InterruptedException {
        String marks = folder.toString();
        int count = 60;
        List<List<Outcome<Integer>>> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outcomes.add(Collections.synchronizedList(new ArrayList<>()));
        }
        Work<Integer, Integer> work = work(
                count,
                Policy.standard(),
                i -> {
                    if (i == 11) {
                        throw new IllegalStateException("eleven");
                    }
                    if (i == 23 && isFirst(Path.of(marks, "once")) || i == 37) {
                        killThisVm();
                    }
                    return i * 2;
                },
                outcome -> outcomes.get(outcome.index()).add(outcome));
        crew.farm().submit(work);
        assertTrue(work.await(PATIENCE), work.finished() + " of " + count + " have an outcome");
        for (int i = 0; i < count; i++) {
            assertEquals(1, outcomes.get(i).size(), "task " + i);
            Outcome<Integer> outcome = outcomes.get(i).get(0);
            Ended ended = i == 11 ? Ended.FAILED : i == 37 ? Ended.LOST : Ended.OK;
            assertEquals(ended, outcome.ended(), outcome.toString());
            assertEquals(i == 23 ? 2 : i == 37 ? 3 : 1, outcome.attempts(), outcome.toString());
            assertEquals(ended == Ended.OK ? i * 2 : null, outcome.value());
        }
        String lost = outcomes.get(37).get(0).failure().getMessage();
        assertTrue(lost.contains("task 37 of 60 of work, attempt 3 of 3 on VM "), lost);
        assertTrue(lost.contains("signal 9 (exit status 137)"), lost);
        assertTrue(lost.contains("What to do: "), lost);
        assertEquals(3, crew.farm().workers().size(), "each VM has a successor");
    }

    /** Four VMs, two of them on each of two pretended hosts. */
    private static Crew farAway() throws InterruptedException {
        Crew far = Crew.open();
        far.start(4, true, List.of());
        far.farm().place(vm -> far.farm().workers().stream()
                .filter(worker -> worker.vm().id().equals(vm.id()))
                .map(worker -> "far " + worker.number() % 2)
                .findFirst()
                .orElse("here"));
        return far;
    }

    private static List<Integer> lastBytes(Crew far, int bytes, FarmFunction<byte[], Integer> function)
            throws InterruptedException {
        byte[] large = new byte[bytes];
        large[bytes - 1] = 7;
        List<Integer> results = Collections.synchronizedList(new ArrayList<>());
        Work<byte[], Integer> work = new Work<byte[], Integer>(
                        "work",
                        8,
                        i -> large,
                        function,
                        FarmTest.class,
                        Policy.standard(),
                        outcome -> results.add(outcome.value()))
                .sharingArgument();
        far.farm().submit(work);
        assertTrue(work.await(PATIENCE), work.finished() + " of 8 have an outcome");
        return results;
    }

    /** Bytes of the argument: more with {@code -Dlong.argument=104857600}. */
    @Test
    void shouldSendALongArgumentOnceToEachOtherHost() throws Exception {
        try (Crew far = farAway()) {
            int bytes = Integer.getInteger("long.argument", 8 << 20);
            assertEquals(
                    Collections.nCopies(8, 7), lastBytes(far, bytes, argument -> (int) argument[argument.length - 1]));
            assertEquals(2, far.farm().copies(), "one for each host");
        }
    }

    @Test
    void shouldSendALongArgumentAgainWhenItsKeeperIsGone(@TempDir Path folder) throws Exception {
        String mark = folder.resolve("once").toString();
        try (Crew far = farAway()) {
            FarmFunction<byte[], Integer> function = argument -> {
                if (isFirst(Path.of(mark))) {
                    killThisVm();
                }
                return (int) argument[argument.length - 1];
            };
            assertEquals(Collections.nCopies(8, 7), lastBytes(far, 8 << 20, function));
            assertTrue(far.farm().copies() >= 2, far.farm().copies() + " copies");
        }
    }

    @Test
    void shouldRunASlowTaskASecondTimeAndCountTheFirstResult(@TempDir Path folder) throws InterruptedException {
        String mark = folder.resolve("slow").toString();
        List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
        Work<Integer, Integer> work = work(
                6,
                Policy.standard().withSpeculation(),
                i -> {
                    if (i == 2 && isFirst(Path.of(mark))) {
                        TimeUnit.HOURS.sleep(1);
                    }
                    return i;
                },
                outcome -> {
                    assertNull(outcome.failure());
                    heard.add(outcome.value());
                });
        crew.farm().submit(work);
        assertTrue(work.await(PATIENCE), heard.toString());
        Collections.sort(heard);
        assertEquals(List.of(0, 1, 2, 3, 4, 5), heard);
        // The VM of the slow run was interrupted, and works.
        Work<Integer, Integer> next = work(6, Policy.standard(), i -> i, outcome -> {});
        crew.farm().submit(next);
        assertTrue(next.await(PATIENCE));
    }

    @Test
    void shouldBeginNoMoreThanTheWindowUntilResultsAreConsumed(@TempDir Path folder) throws Exception {
        String marks = folder.toString();
        Work<Integer, Integer> work = work(
                20,
                Policy.standard().withWindow(4),
                i -> {
                    Files.createFile(Path.of(marks, "task" + i));
                    return i;
                },
                outcome -> {});
        crew.farm().submit(work);
        while (work.finished() < 4) {
            Thread.onSpinWait();
        }
        // Another work is done meanwhile: the VMs are free, and still nothing more is begun.
        Work<Integer, Integer> other = work(30, Policy.standard(), i -> i, outcome -> {});
        crew.farm().submit(other);
        assertTrue(other.await(PATIENCE));
        assertEquals(4, folder.toFile().list().length);
        work.consumed(20);
        assertTrue(work.await(PATIENCE));
        assertEquals(20, folder.toFile().list().length);
    }
}
