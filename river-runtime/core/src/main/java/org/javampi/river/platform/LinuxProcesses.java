package org.javampi.river.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sessions by the command {@code setsid}, all else by {@code /proc} and kill(1). */
final class LinuxProcesses implements Processes {
    private static final Path SETSID = findSetsid();
    private static final Path PROCESSES = Path.of("/proc");

    /** In /proc/PID/stat behind the name in parentheses: state, parent, group, session. */
    private static final int SESSION_FIELD = 3;

    private static Path findSetsid() {
        for (String folder : List.of("/usr/bin", "/bin")) {
            Path file = Path.of(folder, "setsid");
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        return null;
    }

    @Override
    public boolean hasSessions() {
        return SETSID != null;
    }

    @Override
    public List<String> leading(List<String> command) {
        if (SETSID == null) {
            return command;
        }
        List<String> words = new ArrayList<>();
        words.add(SETSID.toString());
        words.addAll(command);
        return words;
    }

    /** Linux passes any word on, and 2 MiB of them. */
    @Override
    public List<String> fitting(List<String> command, Path argumentFile) {
        return command;
    }

    @Override
    public List<ProcessHandle> family(long leader) {
        List<ProcessHandle> found = new ArrayList<>();
        String[] names = PROCESSES.toFile().list();
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
            String stat = Files.readString(PROCESSES.resolve(pid).resolve("stat"));
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[SESSION_FIELD]);
        } catch (IOException | RuntimeException e) {
            // It has ended meanwhile, or is another user's: none of ours.
            return -1;
        }
    }

    @Override
    public List<ProcessHandle> marked(String word) {
        List<ProcessHandle> found = new ArrayList<>();
        if (!Files.isDirectory(PROCESSES)) {
            return found;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (bears(process, word)) {
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

    private static boolean bears(Path process, String word) {
        try {
            String environment =
                    new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
            return environment.contains(word);
        } catch (IOException e) {
            // Another user's, or it has ended meanwhile.
            return false;
        }
    }

    @Override
    public String shortage(long needed) {
        return new LinuxProcessLimits(Path.of("/")).shortage(needed);
    }

    @Override
    public String fileShortage(long needed) {
        return new LinuxProcessLimits(Path.of("/")).fileShortage(needed);
    }

    @Override
    public boolean hasSignal(String name) {
        return true;
    }

    @Override
    public void signal(String name, List<Long> pids) throws IOException {
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
