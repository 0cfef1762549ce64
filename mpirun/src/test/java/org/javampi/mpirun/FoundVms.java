package org.javampi.mpirun;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.List;
import org.javampi.river.tasks.Pool;
import org.javampi.river.tasks.TaskList;
import org.javampi.river.trickle.Trickle;

/** A program that uses the VMs it finds, and one that appears while it works. Argument: an empty folder. */
final class FoundVms {
    private FoundVms() {}

    /** Returns when there are two files in {@code folder}. */
    private static void awaitTwo(Path folder) throws Exception {
        try (WatchService changes = folder.getFileSystem().newWatchService()) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            while (folder.toFile().list().length < 2) {
                changes.take().reset();
            }
        }
    }

    public static void main(String[] args) {
        String folder = args[0];
        try (Trickle trickle = Trickle.connect().elastic(true)) {
            System.out.println("found " + trickle.vms().size());
            // The first VM waits until another one works, too.
            List<Integer> done = trickle.forkWork(
                    (List<Integer> part) -> {
                        Files.writeString(
                                Path.of(
                                        folder,
                                        Long.toString(ProcessHandle.current().pid())),
                                "");
                        awaitTwo(Path.of(folder));
                        return part.get(0);
                    },
                    List.of(0, 1, 2, 3),
                    1);
            System.out.println(done + " on " + trickle.vms().size());
        }
        System.out.println(TaskList.<Integer, Integer>coarse(Pool.river())
                .run(List.of(1, 2, 3), i ->
                        (int) ProcessHandle.current().parent().orElseThrow().pid())
                .tasks()
                .stream()
                .map(task -> task.value())
                .distinct()
                .sorted()
                .toList());
    }
}
