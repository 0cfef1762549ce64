package org.javampi.river.resource;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.javampi.river.platform.Platform;

/**
 * A word in the environment of a process by which all its descendants are found again, also those whose parents have
 * ended: children inherit it. Where a platform cannot read environments, and for a descendant that has cleared its own, only
 * the chain of living parents leads to them.
 */
public final class ProcessMark {
    private static final String VARIABLE = "JAVAMPI_PROCESS_MARKS";

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

    /** The processes of this user that bear the mark, as far as this platform can find them. */
    public List<ProcessHandle> marked() {
        return Platform.current().processes().marked(word);
    }
}
