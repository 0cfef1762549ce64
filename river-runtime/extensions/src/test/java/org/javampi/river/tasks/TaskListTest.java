package org.javampi.river.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.javampi.river.resource.ProcessMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that do what tasks must not do, in real processes. */
class TaskListTest {
    private static List<Integer> tasks(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("river-tasks-"))
                    .toList();
        }
    }

    private static List<Long> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
    }

    /** 200 tasks: 5 sleep for ever, 5 throw, one ends its VM. */
    private static int behave(int task) throws Exception {
        if (task % 40 == 7) {
            Files.createTempFile("left", ".tmp");
            new ProcessBuilder("sleep", "1000").start();
            while (true) {
                try {
                    Thread.sleep(1_000_000);
                } catch (InterruptedException e) {
                    // As tasks do that ignore what they are asked for.
                    Thread.interrupted();
                }
            }
        }
        if (task % 40 == 20) {
            throw new IllegalStateException("task " + task + " cannot");
        }
        if (task == 100 + 1) {
            System.err.println("it ends here");
            new ProcessBuilder("sleep", "1001").start();
            Runtime.getRuntime().halt(5);
        }
        return task * task;
    }

    private static List<ProcessHandle> sleepers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.endsWith("sleep 1000") || line.endsWith("sleep 1001"))
                        .orElse(false))
                .toList();
    }

    @Test
    void shouldReportOnEachOf200TasksAndLeaveNothing() throws IOException {
        List<Path> filesBefore = temporaryFiles();
        List<TaskResult<Integer>> heard = new ArrayList<>();
        TaskReport<Integer> report = TaskList.<Integer, Integer>coarse(Pool.local(4))
                .taskTimeout(Duration.ofSeconds(3))
                .onStatus(heard::add)
                .run(tasks(200), TaskListTest::behave);
        assertEquals("200 tasks: 189 OK 5 FAILED 5 TIMED_OUT 1 LOST", report.toString());
        for (int i = 0; i < 200; i++) {
            TaskResult<Integer> result = report.tasks().get(i);
            Status expected =
                    i % 40 == 7 ? Status.TIMED_OUT : i % 40 == 20 ? Status.FAILED : i == 101 ? Status.LOST : Status.OK;
            assertEquals(expected, result.status(), result.toString());
            assertEquals(1, result.attempts());
            assertEquals(expected == Status.OK ? i * i : null, result.value());
        }
        assertEquals(200, heard.size());
        assertInstanceOf(
                IllegalStateException.class, report.tasks().get(20).failure().getCause());
        String lost = report.tasks().get(101).failure().getMessage();
        for (String part : List.of(
                "task 101 of 200 of the list, attempt 1 of 1 on VM "
                        + report.tasks().get(101).vm(),
                "exit status 5",
                "it ends here",
                "What to do: ")) {
            assertTrue(lost.contains(part), lost);
        }
        String late = report.tasks().get(7).failure().getMessage();
        assertTrue(late.contains("it ran longer than 3000 ms and was killed with its VM"), late);
        assertTrue(report.tasks().get(7).duration().toMillis() >= 3000);
        assertEquals(List.of(), children());
        assertEquals(List.of(), sleepers());
        assertEquals(filesBefore, temporaryFiles());
    }

    @Test
    void shouldTryAgainWhatFailsTimesOutOrIsLost(@TempDir Path folder) {
        String marks = folder.toString();
        TaskReport<Integer> report = TaskList.<Integer, Integer>coarse(Pool.local(2))
                .taskTimeout(Duration.ofSeconds(5))
                .retries(2)
                .run(tasks(5), in -> {
                    Path mark = Path.of(marks, "task" + in);
                    boolean first = !Files.exists(mark);
                    Files.writeString(mark, "");
                    if (in == 4 || first && in == 1) {
                        throw new IOException("attempt");
                    }
                    if (first && in == 2) {
                        Thread.sleep(1_000_000);
                    }
                    if (first && in == 3) {
                        Runtime.getRuntime().halt(1);
                    }
                    return in;
                });
        assertEquals(
                List.of(Status.OK, Status.OK, Status.OK, Status.OK, Status.FAILED),
                report.tasks().stream().map(TaskResult::status).toList());
        assertEquals(
                List.of(1, 2, 2, 2, 3),
                report.tasks().stream().map(TaskResult::attempts).toList());
        assertTrue(report.tasks().get(4).failure().getMessage().contains("attempt 3 of 3"));
    }

    @Test
    void shouldEndWhenTheTimeForAllIsOver() {
        TaskReport<Integer> report = TaskList.<Integer, Integer>coarse(Pool.local(1))
                .totalTimeout(Duration.ofSeconds(8))
                .run(tasks(3), in -> {
                    if (in > 0) {
                        Thread.sleep(1_000_000);
                    }
                    return in;
                });
        assertEquals(
                List.of(Status.OK, Status.TIMED_OUT, Status.SKIPPED),
                report.tasks().stream().map(TaskResult::status).toList());
        assertEquals(0, report.tasks().get(2).attempts());
        assertNull(report.tasks().get(2).vm());
    }

    @Test
    void shouldFailWithWhatTheCallbackThrowsAfterTheOthersHaveEnded(@TempDir Path folder) {
        String marks = folder.toString();
        IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> TaskList.<Integer, Integer>coarse(Pool.local(1))
                        .onStatus(result -> {
                            throw new IllegalStateException("callback of " + result.task());
                        })
                        .run(tasks(3), in -> {
                            Files.writeString(Path.of(marks, "task" + in), "");
                            return in;
                        }));
        assertEquals("callback of 0", e.getMessage());
        assertTrue(Files.exists(folder.resolve("task2")));
    }

    @Test
    void shouldReportATaskWhoseVmIsKilledAndGoOn(@TempDir Path folder) {
        String marks = folder.toString();
        TaskReport<Integer> report = TaskList.<Integer, Integer>coarse(Pool.local(2))
                .retries(1)
                .run(tasks(20), in -> {
                    boolean first = Path.of(marks, "task" + in).toFile().createNewFile();
                    if (in == 19 || in == 7 && first) {
                        String own = Long.toString(ProcessHandle.current().pid());
                        new ProcessBuilder("kill", "-9", own).start();
                        Thread.sleep(600_000);
                    }
                    return in;
                });
        assertEquals("20 tasks: 19 OK 1 LOST", report.toString());
        assertEquals(2, report.tasks().get(7).attempts());
        assertEquals(Status.LOST, report.tasks().get(19).status());
        String lost = report.tasks().get(19).failure().getMessage();
        assertTrue(lost.contains("task 19 of 20 of the list, attempt 2 of 2 on VM "), lost);
        assertTrue(lost.contains("signal 9 (exit status 137)"), lost);
        assertEquals(List.of(), children());
    }

    @Test
    void shouldRunTasksAfterThoseThatTheyComeAfter() {
        TaskList<Integer, Integer> graph = TaskList.<Integer, Integer>dag(Pool.local(2))
                .after(2, 0, 1)
                .after(3, 2)
                .after(5, 4)
                .after(6, 5)
                .after(0, 7);
        TaskReport<Integer> report = graph.runGraph(tasks(8), (in, earlier) -> {
            if (in == 4) {
                throw new IllegalStateException("no");
            }
            return in + earlier.stream().mapToInt(x -> x).sum();
        });
        assertEquals("8 tasks: 5 OK 1 FAILED 2 SKIPPED", report.toString());
        // 7; 0 + 7; 1; 2 + 7 + 1; 3 + 10
        assertEquals(
                List.of(7, 1, 10, 13, 7),
                IntStream.of(0, 1, 2, 3, 7)
                        .mapToObj(i -> report.tasks().get(i).value())
                        .toList());
        String skipped = report.tasks().get(6).failure().getMessage();
        assertTrue(skipped.contains("not begun: task 4, which it comes after, is FAILED"), skipped);
        IllegalArgumentException circle =
                assertThrows(IllegalArgumentException.class, () -> TaskList.<Integer, Integer>dag(Pool.local(1))
                        .after(1, 0)
                        .after(2, 1)
                        .after(1, 2)
                        .run(tasks(3), in -> in));
        assertEquals("tasks wait for each other in a circle: task 1 after 2 after 1", circle.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> TaskList.<Integer, Integer>dag(Pool.local(1)).after(3, 0).run(tasks(3), in -> in));
    }

    @Test
    void shouldRunOneTaskAndRefuseWhatATaskMayNot() {
        TaskResult<String> one = TaskList.<String, String>singleton(Pool.local(1))
                .runOne("x", in -> {
                    try {
                        return Hub.ask(in);
                    } catch (ToxicException e) {
                        return e.getMessage();
                    }
                });
        assertEquals(
                "task 0 has called Hub.ask, which tasks of a coarse list may not: TaskList.fineLimited lets tasks ask"
                        + " the hub, TaskList.fineGeneral each other",
                one.value());
        assertThrows(IllegalArgumentException.class, () -> TaskList.<Integer, Integer>singleton(Pool.local(1))
                .run(tasks(2), in -> in));
        assertThrows(IllegalStateException.class, () -> Hub.ask("here"));
    }

    @Test
    void shouldLetFineLimitedTasksAskTheHub() {
        TaskReport<String> report = TaskList.<Integer, String>fineLimited(Pool.local(2), (task, question) -> {
                    if (question.equals(3)) {
                        throw new IOException("not 3");
                    }
                    return task + ":" + question;
                })
                .run(tasks(5), in -> {
                    if (in == 4) {
                        Peers.receive(0);
                    }
                    return Hub.ask(in);
                });
        assertEquals("5 tasks: 3 OK 2 FAILED", report.toString());
        assertEquals("2:2", report.tasks().get(2).value());
        assertEquals("not 3", report.tasks().get(3).failure().getCause().getMessage());
        assertInstanceOf(ToxicException.class, report.tasks().get(4).failure().getCause());
    }

    @Test
    void shouldLetFineGeneralTasksTalkAndFailAsOne(@TempDir Path folder) {
        String mark = folder.resolve("killed").toString();
        TaskReport<Integer> ring = TaskList.<Integer, Integer>fineGeneral(Pool.local(3))
                .retries(1)
                .run(tasks(3), in -> {
                    int next = (Peers.own() + 1) % Peers.count();
                    Peers.send(next, in + 1);
                    if (in == 1 && Path.of(mark).toFile().createNewFile()) {
                        String own = Long.toString(ProcessHandle.current().pid());
                        new ProcessBuilder("kill", "-9", own).start();
                        Thread.sleep(600_000);
                    }
                    int got = Peers.receive((Peers.own() + 2) % 3);
                    return 10 * got + in;
                });
        assertEquals("3 tasks: 3 OK", ring.toString());
        assertEquals(
                List.of(30, 11, 22),
                ring.tasks().stream().map(TaskResult::value).toList());
        assertEquals(2, ring.tasks().get(0).attempts());
        TaskReport<Integer> failed = TaskList.<Integer, Integer>fineGeneral(Pool.local(2))
                .run(tasks(2), in -> {
                    if (in == 1) {
                        throw new IllegalStateException("one fails");
                    }
                    // Never sent.
                    return Peers.receive(1);
                });
        assertEquals("2 tasks: 2 FAILED", failed.toString());
        assertTrue(
                failed.tasks().stream()
                        .allMatch(task -> task.failure().getMessage().contains("one fails")),
                failed.tasks().toString());
        IllegalArgumentException few =
                assertThrows(IllegalArgumentException.class, () -> TaskList.<Integer, Integer>fineGeneral(Pool.local(1))
                        .run(tasks(2), in -> in));
        assertTrue(few.getMessage().contains("need as many VMs, and the pool has 1"), few.getMessage());
        assertEquals(List.of(), children());
    }

    @Test
    void shouldEndACommandWithAllItsDescendants() {
        Coprocess quick = Coprocess.run(List.of("sh", "-c", "echo out; echo err >&2; exit 3"), Duration.ofSeconds(60));
        assertEquals(3, quick.exitStatus());
        assertEquals(Set.of("out", "err"), quick.output().lines().collect(Collectors.toCollection(HashSet::new)));
        assertFalse(quick.timedOut());
        // One that leaves its group and its parent behind.
        Coprocess slow = Coprocess.run(
                List.of("sh", "-c", "echo begun; (setsid sleep 1003 &) ; sleep 1003"), Duration.ofMillis(500));
        assertTrue(slow.timedOut());
        assertEquals("begun\n", slow.output());
        assertEquals(128 + 9, slow.exitStatus());
        assertTrue(ProcessHandle.allProcesses()
                .noneMatch(process -> process.info().commandLine().orElse("").endsWith("sleep 1003")));
        // What a command leaves behind when it ends in time goes, too.
        long startNs = System.nanoTime();
        Coprocess.run(List.of("sh", "-c", "setsid sleep 1004 & exit 0"), Duration.ofSeconds(100));
        assertTrue(Duration.ofNanos(System.nanoTime() - startNs).toSeconds() < 90);
    }

    @Test
    void shouldFindDescendantsByTheirMark() throws IOException {
        ProcessMark mark = new ProcessMark();
        ProcessBuilder builder = new ProcessBuilder("sleep", "1005");
        mark.addTo(builder.environment());
        Process process = builder.start();
        assertEquals(List.of(process.toHandle()), mark.marked());
        mark.killAll(process.toHandle());
        assertEquals(List.of(), mark.marked());
    }
}
