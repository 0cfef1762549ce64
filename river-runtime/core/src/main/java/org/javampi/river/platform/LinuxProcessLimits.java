package org.javampi.river.platform;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * How many processes and threads there may be: of the user (setrlimit(2), which does not bind root), and of the control
 * group, as containers have it. Files are read one by one, since there may be no thread left to start.
 */
final class LinuxProcessLimits {
    private final Path root;

    /** @param root directory under which the system shows itself: {@code /} */
    LinuxProcessLimits(Path root) {
        this.root = root;
    }

    /** As {@link Processes#shortage}. */
    String shortage(long needed) {
        long limit = number(field("proc/self/limits", "Max processes"));
        String user = field("proc/self/status", "Uid:");
        if (limit >= 0 && user != null && !user.equals("0")) {
            long used = threadsOf(user);
            if (limit - used < needed) {
                return "this user may have " + limit + " processes and threads (ulimit -u), and " + used + " are there";
            }
        }
        String group = field("proc/self/cgroup", "0::");
        String folder = "sys/fs/cgroup" + (group == null ? "" : group);
        long most = number(first(folder + "/pids.max"));
        long there = number(first(folder + "/pids.current"));
        return most >= 0 && there >= 0 && most - there < needed
                ? "this container may have " + most + " processes and threads (pids.max), and " + there + " are there"
                : null;
    }

    /** As {@link Processes#fileShortage}. */
    String fileShortage(long needed) {
        long limit = number(field("proc/self/limits", "Max open files"));
        String[] open = root.resolve("proc/self/fd").toFile().list();
        return limit >= 0 && open != null && limit - open.length < needed
                ? "this process may have " + limit + " open files (ulimit -n), and has " + open.length
                : null;
    }

    private long threadsOf(String user) {
        long threads = 0;
        String[] names = root.resolve("proc").toFile().list();
        for (String name : names == null ? new String[0] : names) {
            String status = "proc/" + name + "/status";
            if (Character.isDigit(name.charAt(0)) && user.equals(field(status, "Uid:"))) {
                threads += Math.max(0, number(field(status, "Threads:")));
            }
        }
        return threads;
    }

    /** A number, or -1 for none, as {@code unlimited} and {@code max} are. */
    private static long number(String word) {
        return word != null && !word.isEmpty() && word.chars().allMatch(Character::isDigit) ? Long.parseLong(word) : -1;
    }

    private String first(String file) {
        return field(file, "");
    }

    /** The word behind {@code label} at the start of a line; null where there is none. */
    private String field(String file, String label) {
        for (String line : text(file).split("\n")) {
            if (line.startsWith(label)) {
                String rest = line.substring(label.length()).strip();
                return rest.split("\\s+")[0];
            }
        }
        return null;
    }

    private String text(String file) {
        try (FileInputStream in = new FileInputStream(root.resolve(file).toFile())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // The process has ended meanwhile, or this system does not show it: nothing is known.
            return "";
        }
    }
}
