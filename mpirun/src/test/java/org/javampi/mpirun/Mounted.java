package org.javampi.mpirun;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file system on a directory, until closed; tests are skipped where nobody may mount. */
final class Mounted implements AutoCloseable {
    private final Path directory;

    private Mounted(Path directory) {
        this.directory = directory;
    }

    /** Memory of so many bytes. */
    static Mounted small(Path directory, long bytes) throws IOException {
        mount("-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", directory.toString());
        return new Mounted(directory);
    }

    /** The directory itself, which can be read only. */
    static Mounted readOnly(Path directory) throws IOException {
        mount("--bind", directory.toString(), directory.toString());
        Mounted mounted = new Mounted(directory);
        mount("-o", "remount,ro,bind", directory.toString());
        return mounted;
    }

    /** Where it is. */
    Path directory() {
        return directory;
    }

    private static void mount(String... words) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root mounts");
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(words));
        assumeTrue(status(command) == 0, "mount is not allowed here");
    }

    private static int status(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        status(List.of("umount", directory.toString()));
    }
}
