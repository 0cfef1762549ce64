package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.javampi.river.platform.Platform;
import org.javampi.testing.AboutLinux;
import org.junit.jupiter.api.Test;

@AboutLinux("taskset")
class ThreadBindingTest {
    private static final String LIST = "Cpus_allowed_list:";

    private static String allowed() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/thread-self/status"))) {
            if (line.startsWith(LIST)) {
                return line.substring(LIST.length()).trim();
            }
        }
        throw new IOException("no " + LIST);
    }

    /** Runs in a thread of its own, which the test may bind. */
    private static <T> T apart(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task).start();
        return task.get();
    }

    private static String core(int own, int ranks) throws IOException {
        var cores = Platform.current().processors().forRanks(ranks);
        return cores.get(own % cores.size());
    }

    @Test
    void shouldRefuseABindingThatThereIsNotAndNameThose() {
        assertEquals(Cores.Binding.CORE, Cores.Binding.named("core"));
        String said = assertThrows(IllegalArgumentException.class, () -> Cores.Binding.named("socket"))
                .getMessage();
        assertEquals("setting bind.to is socket: give core, crowded or none", said);
    }

    @Test
    void shouldBindTheCallingThreadAndNoOther() throws Exception {
        String before = allowed();
        String bound = apart(() -> {
            new ThreadBinding(1, 2, "rank 1", false).bind();
            return allowed();
        });
        assertEquals(core(1, 2), bound);
        assertEquals(before, allowed());
    }

    /** A rank that has found the machine crowded so long after it began: what it is bound to. */
    private static String boundAfter(long ns) throws Exception {
        int ranks = Runtime.getRuntime().availableProcessors();
        return apart(() -> {
            Cores cores = Cores.of(0, ranks, Cores.Binding.CROWDED, "rank 0", false);
            cores.begin(-1);
            Thread binding = cores.noteCrowded(ns - 1);
            if (binding != null) {
                binding.join();
            }
            return allowed();
        });
    }

    @Test
    void shouldNotTakeTheStartOfAJobForACrowdedMachine() throws Exception {
        assertEquals(allowed(), boundAfter(Cores.BEGINNING_NS - 1));
    }

    @Test
    void shouldBindWhenTheMachineIsCrowdedAfterTheStart() throws Exception {
        int ranks = Runtime.getRuntime().availableProcessors();
        assertEquals(core(0, ranks), boundAfter(Cores.BEGINNING_NS));
    }

    @Test
    void shouldBindWhoWasRunningWhenTheMachineBecameCrowded() throws Exception {
        String bound = apart(() -> {
            new ThreadBinding(0, 1, "rank 0", false).bindInBackground().join();
            return allowed();
        });
        assertEquals(core(0, 1), bound);
    }
}
