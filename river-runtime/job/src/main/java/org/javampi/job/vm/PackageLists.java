package org.javampi.job.vm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which packages the ranks of one JVM share and which each has for itself, as the jars on the class path say: in
 * {@value #RESOURCE}, a line for each.
 *
 * <pre>
 * # comment
 * shared  org.example.transport      this package
 * shared  org.example.engine.*       this package and all below
 * own     org.example.facade         statics are per rank, although the JVM has the classes
 * program org.example.library        the same; where a program is frozen in a call, these classes are frozen with it
 * </pre>
 *
 * <p>What no jar names is the program's: it is loaded for each rank if the program's class path has it.
 */
final class PackageLists {
    static final String RESOURCE = "META-INF/javampi/packages";

    private static final Set<String> WORDS = Set.of("shared", "own", "program");
    private static final List<String> PLATFORM = List.of("java.*", "javax.*", "jdk.*");

    private final List<String> shared = new ArrayList<>(PLATFORM);
    private final List<String> own = new ArrayList<>();
    private final List<String> program = new ArrayList<>();

    /** Reads what the jars say that {@code loader} sees. */
    PackageLists(ClassLoader loader) {
        try {
            for (URL list : (Iterable<URL>) loader.getResources(RESOURCE)::asIterator) {
                read(list);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private void read(URL list) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    add(list, text.split("\\s+"));
                }
            }
        }
    }

    private void add(URL list, String[] words) {
        if (words.length != 2 || !WORDS.contains(words[0])) {
            throw new IllegalArgumentException(list + ": line \"" + String.join(" ", words)
                    + "\": write \"shared PACKAGE\", \"own PACKAGE\" or \"program PACKAGE\"");
        }
        (words[0].equals("shared") ? shared : own).add(words[1]);
        if (words[0].equals("program")) {
            program.add(words[1]);
        }
    }

    /** Whether all ranks use the JVM's copy of a class. */
    boolean isShared(String className) {
        return isIn(shared, className);
    }

    /** Whether each rank has its own copy of a class that the JVM has. */
    boolean isOwn(String className) {
        return isIn(own, className);
    }

    /** Whether a class of the latter kind counts as the program's where that is frozen. */
    boolean isProgram(String className) {
        return isIn(program, className);
    }

    private static boolean isIn(List<String> packages, String className) {
        String packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
        return packages.stream()
                .anyMatch(listed -> listed.endsWith(".*")
                        ? (packageName + ".").startsWith(listed.substring(0, listed.length() - 1))
                        : packageName.equals(listed));
    }
}
