package org.javampi.river.platform;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Linux, by the files in which it shows itself; where one of them is missing, as the portable platform does. */
final class LinuxPlatform implements Platform {
    static final String NAME = "linux";

    private static final String RANDOM = "/dev/urandom";
    private static final String HOST_NAME = "/proc/sys/kernel/hostname";
    private static final Path PROCESS = Path.of("/proc/self");
    private static final Path OPEN_FILES = PROCESS.resolve("fd");
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    private final PortablePlatform portable = new PortablePlatform();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String processor() {
        try (Stream<String> lines = Files.lines(PROCESSOR)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElseGet(portable::processor);
        } catch (IOException e) {
            return portable.processor();
        }
    }

    @Override
    public String hostName() {
        try {
            return Files.readString(Path.of(HOST_NAME)).strip();
        } catch (IOException e) {
            return portable.hostName();
        }
    }

    /**
     * Of the system itself, which is what {@link java.security.SecureRandom} hands on: to load the JDK's security takes
     * longer than the rest of a small job's start.
     */
    @Override
    public byte[] random(int count) {
        try (InputStream system = new FileInputStream(RANDOM)) {
            byte[] bytes = new byte[count];
            return system.readNBytes(bytes, 0, count) == count ? bytes : portable.random(count);
        } catch (IOException e) {
            return portable.random(count);
        }
    }

    @Override
    public Object user() {
        try {
            return Files.getOwner(PROCESS);
        } catch (IOException e) {
            return portable.user();
        }
    }

    @Override
    public Path sharedMemory() {
        Path memory = Path.of("/dev/shm");
        return Files.isDirectory(memory) && Files.isWritable(memory) ? memory : portable.sharedMemory();
    }

    @Override
    public boolean removesOpenFiles() {
        return true;
    }

    @Override
    public boolean mayHaveOpen(Path file) {
        String[] numbers = OPEN_FILES.toFile().list();
        for (int i = 0; numbers != null && i < numbers.length; i++) {
            try {
                if (Files.readSymbolicLink(OPEN_FILES.resolve(numbers[i])).equals(file.toRealPath())) {
                    return true;
                }
            } catch (IOException e) {
                // Closed or removed meanwhile.
                continue;
            }
        }
        return false;
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public RunQueue runQueue() {
        return new LinuxRunQueue();
    }

    @Override
    public Processors processors() {
        return new LinuxProcessors();
    }

    @Override
    public Processes processes() {
        return new LinuxProcesses();
    }

    @Override
    public Terminals terminals() {
        return new LinuxTerminals();
    }
}
