package org.javampi.river.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** By the kernel's files, and by the command {@code taskset}: Java has no call that binds a thread. */
final class LinuxProcessors implements Processors {
    private static final Path THREAD = Path.of("/proc/thread-self");

    @Override
    public List<String> forRanks(int ranks) throws IOException {
        return LinuxCores.ofThisProcess().forRanks(ranks);
    }

    @Override
    public String callingThread() throws IOException {
        if (!Files.isSymbolicLink(THREAD)) {
            throw new IOException("this system has no " + THREAD);
        }
        return Files.readSymbolicLink(THREAD).getFileName().toString();
    }

    @Override
    public void bind(String thread, String core) throws IOException {
        Process command = new ProcessBuilder("taskset", "-p", "-c", core, thread)
                .redirectErrorStream(true)
                .start();
        byte[] words = command.getInputStream().readAllBytes();
        try {
            if (command.waitFor() != 0) {
                throw new IOException(new String(words, StandardCharsets.UTF_8).trim());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while taskset ran", e);
        }
    }
}
