package org.javampi.river.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxProcessLimitsTest {
    @TempDir
    private Path root;

    private void put(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void putProcess(String pid, int user, int threads) throws IOException {
        put("proc/" + pid + "/status", "Name:\tjava\nUid:\t" + user + "\t7\t7\t7\nThreads:\t" + threads + "\n");
    }

    private void putLimit(String limit) throws IOException {
        put(
                "proc/self/limits",
                "Limit                     Soft Limit           Hard Limit           Units\n"
                        + "Max cpu time              unlimited            unlimited            seconds\n"
                        + "Max processes             " + limit + "                 96364                processes\n");
    }

    private String shortage() {
        return new LinuxProcessLimits(root).shortage(40);
    }

    @Test
    void shouldCountTheThreadsOfTheUser() throws IOException {
        putLimit("100");
        putProcess("self", 1000, 1);
        putProcess("17", 1000, 40);
        putProcess("18", 1000, 25);
        putProcess("19", 1001, 400);
        assertEquals("this user may have 100 processes and threads (ulimit -u), and 65 are there", shortage());
        assertNull(new LinuxProcessLimits(root).shortage(35));
        putLimit("200");
        assertNull(shortage());
        putLimit("unlimited");
        assertNull(shortage());
    }

    @Test
    void shouldKnowThatTheLimitDoesNotBindRoot() throws IOException {
        putLimit("10");
        putProcess("self", 0, 1);
        putProcess("17", 0, 40);
        assertNull(shortage());
    }

    @Test
    void shouldCountOpenFiles() throws IOException {
        put("proc/self/limits", "Max open files            64                   64                   files\n");
        put("proc/self/fd/0", "");
        put("proc/self/fd/1", "");
        LinuxProcessLimits limits = new LinuxProcessLimits(root);
        assertEquals("this process may have 64 open files (ulimit -n), and has 2", limits.fileShortage(63));
        assertNull(limits.fileShortage(62));
    }

    @Test
    void shouldReadTheLimitOfTheContainer() throws IOException {
        put("proc/self/cgroup", "0::/\n");
        put("sys/fs/cgroup/pids.max", "64\n");
        put("sys/fs/cgroup/pids.current", "60\n");
        assertEquals("this container may have 64 processes and threads (pids.max), and 60 are there", shortage());
        put("sys/fs/cgroup/pids.max", "max\n");
        assertNull(shortage());
    }

    @Test
    void shouldSayNothingWhereTheSystemShowsNothing() {
        assertNull(shortage());
    }
}
