package org.javampi.river.platform;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/**
 * What the JDK promises on every system. It keeps to the strictest of them: the name of a file that is mapped stays, as
 * on Windows; there are no sessions, and no signals but those that end a process. Owners and modes of files are those
 * that the file system says it knows.
 */
final class PortablePlatform implements Platform {
    static final String NAME = "portable";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String processor() {
        return System.getProperty("os.arch");
    }

    /**
     * As the system calls itself. Only then is it looked up: where no service knows the name, as on many a laptop, macOS
     * takes 5 seconds to find that out.
     */
    @Override
    public String hostName() {
        String windows = System.getenv("COMPUTERNAME");
        return windows == null ? unixName().orElseGet(PortablePlatform::resolvedName) : windows;
    }

    /** What uname(1) says, which POSIX has. */
    private static Optional<String> unixName() {
        try {
            Process uname = new ProcessBuilder("uname", "-n")
                    .redirectError(Redirect.DISCARD)
                    .start();
            uname.getOutputStream().close();
            String name = new String(uname.getInputStream().readAllBytes(), Encodings.ofSystem()).strip();
            return name.isEmpty() ? Optional.empty() : Optional.of(name);
        } catch (IOException e) {
            // No such command.
            return Optional.empty();
        }
    }

    private static String resolvedName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Override
    public byte[] random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public Object user() {
        try {
            return FileSystems.getDefault()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name"));
        } catch (IOException | UnsupportedOperationException e) {
            // A user without a name, or a system without owners: nothing equals this.
            return new Object();
        }
    }

    @Override
    public Path sharedMemory() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public boolean removesOpenFiles() {
        return false;
    }

    /** A file that nothing has written to since this process began is another one's. */
    @Override
    public boolean mayHaveOpen(Path file) {
        Instant begun = ProcessHandle.current().info().startInstant().orElse(Instant.MIN);
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            // The start of a process is known to the second, or to the hundredth.
            return !written.isBefore(begun.minusSeconds(1));
        } catch (IOException e) {
            // It has gone meanwhile.
            return false;
        }
    }

    /** POSIX wants it; Windows opens no directories, and keeps their entries in its journal. */
    @Override
    public void forceDirectory(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (IOException e) {
            if (Files.isDirectory(directory)) {
                return;
            }
            throw e;
        }
        try (channel) {
            channel.force(true);
        }
    }

    /** It is not known how busy the machine is. */
    @Override
    public RunQueue runQueue() {
        return new RunQueue() {
            @Override
            public boolean mayExceedCores() {
                return true;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public Processors processors() {
        return new PortableProcessors();
    }

    @Override
    public Processes processes() {
        return new PortableProcesses();
    }

    @Override
    public Terminals terminals() {
        return new PortableTerminals();
    }
}
