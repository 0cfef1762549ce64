package org.javampi.river.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** By {@code /proc/self}. */
final class LinuxTerminals implements Terminals {
    private static final String OPEN_FILES = "/proc/self/fd";
    private static final Path STATE = Path.of("/proc/self/stat");

    @Override
    public boolean isTerminal(int stream) {
        String place = place(stream);
        return place.startsWith("/dev/pts/") || place.startsWith("/dev/tty");
    }

    @Override
    public boolean hasLostReader(int stream, IOException failure) {
        String place = place(stream);
        return place.startsWith("pipe:") || place.startsWith("socket:");
    }

    private static String place(int stream) {
        try {
            return Files.readSymbolicLink(Path.of(OPEN_FILES, Integer.toString(stream)))
                    .toString();
        } catch (IOException e) {
            // Closed.
            return "";
        }
    }

    @Override
    public boolean isInForeground() {
        if (!isTerminal(0)) {
            return true;
        }
        try {
            String state = Files.readString(STATE);
            // After the name in parentheses: state, parent, group, session, terminal, its group.
            String[] fields = state.substring(state.lastIndexOf(')') + 2).split(" ");
            return fields[2].equals(fields[5]);
        } catch (IOException e) {
            return true;
        }
    }
}
