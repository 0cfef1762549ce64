package org.javampi.mpirun;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.testing.Patience;

/** Sees when all ranks of {@link Victim} wait for the victim, and then does something, once. */
final class WaitingRanks implements Consumer<String> {
    private static final Pattern PID = Pattern.compile("(victim|waiting) (\\d+)");

    private final Map<Long, String> ranks = new TreeMap<>();
    private final List<ProcessHandle> processes = new ArrayList<>();
    private final int count;
    private final Consumer<ProcessHandle> deed;

    /**
     * Watches for {@code count} ranks.
     *
     * @param deed what to do, given the victim
     */
    WaitingRanks(int count, Consumer<ProcessHandle> deed) {
        this.count = count;
        this.deed = deed;
    }

    @Override
    public synchronized void accept(String text) {
        Matcher matcher = PID.matcher(text);
        while (matcher.find()) {
            ranks.put(Long.parseLong(matcher.group(2)), matcher.group(1));
        }
        if (ranks.size() < count || !ranks.containsValue("victim") || !processes.isEmpty()) {
            return;
        }
        ranks.keySet().forEach(pid -> ProcessHandle.of(pid).ifPresent(processes::add));
        ranks.forEach((pid, what) -> {
            if (what.equals("victim")) {
                ProcessHandle.of(pid).ifPresent(deed);
            }
        });
    }

    /** All ranks that were seen have ended, or do so now. */
    synchronized void awaitEnds() throws Exception {
        if (processes.isEmpty()) {
            throw new AssertionError("the ranks were not all seen: " + ranks);
        }
        for (ProcessHandle rank : processes) {
            rank.onExit().get(Patience.seconds(120), TimeUnit.SECONDS);
        }
    }

    /** Sends a signal. */
    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process that has started a rank: the agent of its host. */
    static long agentOf(ProcessHandle rank) {
        return rank.parent().orElseThrow().pid();
    }
}
