package org.javampi.mpirun;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** VMs that wait for work, started as people do it, in a River of their own. */
final class WaitingVms implements AutoCloseable {
    final List<Process> processes = new ArrayList<>();
    private final Path secret;
    private final String port;

    /** A River whose secret is in {@code folder}. */
    WaitingVms(Path folder) throws IOException {
        secret = folder.resolve("secret");
        Files.writeString(secret, "0123456789abcdef0123456789abcdef\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        try (DatagramSocket socket = new DatagramSocket(0)) {
            port = Integer.toString(socket.getLocalPort());
        }
    }

    /** The options that lead to this River. */
    List<String> options() {
        return List.of("--secret-file", secret.toString(), "--discovery-port", port);
    }

    /** Starts a VM; answers the line that it prints when it can be found. */
    String start(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.javampi.mpirun.River",
                "vm"));
        words.addAll(options());
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
