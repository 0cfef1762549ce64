package org.javampi.mpirun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A command in ssh's place that runs what it is given on this host, whatever host it is called
 * with: everything is as with real hosts, but that they share this host's memory and addresses.
 */
final class PretendedHosts {
    private PretendedHosts() {}

    /** The command, made in {@code folder}. */
    static String shell(Path folder) {
        return script(folder, "shift; exec sh -c \"$*\"");
    }

    /** A command with this body. */
    static String script(Path folder, String body) {
        try {
            Path script = folder.resolve("shell");
            Files.writeString(script, "#!/bin/sh\n" + body + "\n", StandardCharsets.UTF_8);
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            return script.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
