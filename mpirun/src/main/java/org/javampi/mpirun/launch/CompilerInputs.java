package org.javampi.mpirun.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a compiler has looked at, besides the source file that it was given and the JDK: folders of packages on the
 * class path and beside the source, with all sources and classes in them, and jars. A line for each:
 *
 * <pre>
 *  sum of names, lengths and times; "-" for what is not there
 *  path of the folder or jar
 * </pre>
 */
final class CompilerInputs {
    private static final String NOTHING = "-";

    /** File systems have coarse clocks: what was changed within this time may change again unseen. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final Path source;
    private final TreeSet<Path> places = new TreeSet<>();

    /** @param source which is compared by its content, elsewhere */
    CompilerInputs(Path source) {
        this.source = source.toAbsolutePath().normalize();
    }

    /** The compiler has looked for a package in these folders and jars. */
    void add(List<Path> path, String packageName) {
        for (Path entry : path) {
            places.add(Files.isRegularFile(entry) ? entry : entry.resolve(packageName.replace('.', '/')));
        }
    }

    /** The lines as things are now; null when something was changed after {@code start} or just before. */
    List<String> lines(Instant start) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path place : places) {
            Sum sum = new Sum();
            sum.add(place);
            if (sum.newest.isAfter(start.minus(TICK))) {
                return null;
            }
            lines.add(sum.text());
            lines.add(place.toString());
        }
        return lines;
    }

    /** Whether all is as {@code lines} say. */
    boolean areAsIn(List<String> lines) throws IOException {
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            Sum sum = new Sum();
            sum.add(Path.of(lines.get(i + 1)));
            if (!sum.text().equals(lines.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Of one folder or jar. */
    private final class Sum {
        private final StringBuilder all = new StringBuilder();
        private Instant newest = Instant.MIN;

        void add(Path place) throws IOException {
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.filter(this::isInput).sorted().toList()) {
                    addFile(file);
                }
            } catch (NotDirectoryException e) {
                addFile(place);
            } catch (NoSuchFileException e) {
                // It is missing from the sum, too.
                return;
            }
        }

        private boolean isInput(Path file) {
            String name = file.toString();
            return (name.endsWith(".java") || name.endsWith(".class")) && !file.equals(source);
        }

        private void addFile(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            FileTime changed = attributes.lastModifiedTime();
            newest = newest.isBefore(changed.toInstant()) ? changed.toInstant() : newest;
            all.append(file.getFileName())
                    .append(' ')
                    .append(attributes.size())
                    .append(' ')
                    .append(changed)
                    .append('\n');
        }

        String text() {
            return all.length() == 0 ? NOTHING : sumOf(all.toString());
        }
    }

    /** A sum by which texts are told apart. */
    static String sumOf(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
