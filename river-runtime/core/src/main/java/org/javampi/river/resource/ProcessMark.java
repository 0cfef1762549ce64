package org.javampi.river.resource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A word in the environment of a process by which all its descendants are found again, also those whose parents have
 * ended: children inherit it. Where there is no {@code /proc}, and for a descendant that has cleared its environment,
 * only the chain of living parents leads to them.
 */
public final class ProcessMark {
    private static final String VARIABLE = "JAVAMPI_PROCESS_MARKS";
    private static final Path PROCESSES = Path.of("/proc");

    /** A process may start another one while it is being killed: the look is repeated, but not for ever. */
    private static final int MOST_ROUNDS = 50;

    private final String word = UUID.randomUUID().toString();

    /** A mark that no other process bears. */
    public ProcessMark() {
        // All is in the field.
    }

    /** Marks a process that is to be started, besides marks that it inherits. */
    public void addTo(Map<String, String> environment) {
        environment.merge(VARIABLE, word, (inherited, own) -> inherited + ":" + own);
    }

    /** Kills the process and all its descendants until none is left; {@code root} may have ended long ago. */
    public void killAll(ProcessHandle root) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Set<ProcessHandle> family = new LinkedHashSet<>(marked());
            root.descendants().forEach(family::add);
            if (root.isAlive()) {
                family.add(root);
            }
            family.removeIf(process -> !process.isAlive());
            if (family.isEmpty()) {
                return;
            }
            family.forEach(ProcessHandle::destroyForcibly);
            family.forEach(process -> process.onExit()
                    .completeOnTimeout(process, 1, TimeUnit.SECONDS)
                    .join());
        }
    }

    /** The processes of this user that bear the mark. */
    public List<ProcessHandle> marked() {
        List<ProcessHandle> found = new ArrayList<>();
        if (!Files.isDirectory(PROCESSES)) {
            return found;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (bears(process)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            // A /proc that cannot be listed is as good as none.
            return found;
        }
        return found;
    }

    private boolean bears(Path process) {
        try {
            String environment =
                    new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
            return environment.contains(word);
        } catch (IOException e) {
            // Another user's, or it has ended meanwhile.
            return false;
        }
    }
}
