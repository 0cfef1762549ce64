package org.javampi.job.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The session of a process that hosts ranks: a terminal's Ctrl-C and Ctrl-Z reach the launcher only,
 * and what a rank has started can be found and ended when the rank is gone. Sessions are made by the
 * command {@code setsid}, and found in {@code /proc}; a system that has either not has no sessions.
 */
public final class ProcessSession {
    private static final Path SETSID = findSetsid();
    private static final Path PROC = Path.of("/proc");

    /** In /proc/PID/stat behind the name in parentheses: state, parent, group, session. */
    private static final int SESSION_FIELD = 3;

    private ProcessSession() {}

    private static Path findSetsid() {
        for (String folder : List.of("/usr/bin", "/bin")) {
            Path file = Path.of(folder, "setsid");
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        return null;
    }

    /** Whether there are sessions. */
    public static boolean isAvailable() {
        return SETSID != null;
    }

    /** The command that runs {@code command} as the leader of a session of its own, in the same process. */
    public static List<String> leading(List<String> command) {
        if (SETSID == null) {
            return command;
        }
        List<String> words = new ArrayList<>();
        words.add(SETSID.toString());
        words.addAll(command);
        return words;
    }

    /** The processes of the session that {@code leader} has led, but for the leader. */
    static List<ProcessHandle> members(long leader) {
        List<ProcessHandle> found = new ArrayList<>();
        String[] names = PROC.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (isNumber(name) && Long.parseLong(name) != leader && sessionOf(name) == leader) {
                ProcessHandle.of(Long.parseLong(name)).ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static long sessionOf(String pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid).resolve("stat"));
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[SESSION_FIELD]);
        } catch (IOException | RuntimeException e) {
            // It has ended meanwhile, or is another user's: none of ours.
            return -1;
        }
    }

    /** A process for people: {@code sleep (pid 12)}. */
    static String describe(ProcessHandle process) {
        Optional<String> command = process.info().command();
        String name =
                command.map(path -> path.substring(path.lastIndexOf('/') + 1)).orElse("a process");
        return String.format(Locale.ROOT, "%s (pid %d)", name, process.pid());
    }

    /**
     * Sends a signal.
     *
     * @param name as kill(1) has it: USR1, STOP
     * @param pids processes; negative ones are process groups
     */
    public static void signal(String name, List<Long> pids) throws IOException {
        if (pids.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "kill -s \"$0\" -- \"$@\" 2>/dev/null", name));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
