package org.javampi.river.platform;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * In which letters processes write to each other and to people. The default of Java is UTF-8 from Java 18 on, and is
 * neither the encoding of the system nor that of a console: on Windows there are three. Any thread.
 */
public final class Encodings {
    private static final String SYSTEM = "native.encoding";

    /** What a console has, where standard output leads to one: from Java 19 on, and before. */
    private static final List<String> OUTPUT = List.of("stdout.encoding", "sun.stdout.encoding");

    private static final List<String> ERROR = List.of("stderr.encoding", "sun.stderr.encoding");

    private static final int FIRST_WITH_UTF_8 = 18;

    private Encodings() {}

    /** That of the system: of argument files, and of the names of files outside of Java. */
    static Charset ofSystem() {
        return Charset.forName(System.getProperty(SYSTEM));
    }

    /** What a JVM writes to standard output that leads to a pipe; UTF-8 where that is ASCII. */
    public static Charset ofPipes() {
        Charset pipes = Runtime.version().feature() >= FIRST_WITH_UTF_8 ? ofSystem() : Charset.defaultCharset();
        return pipes.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : pipes;
    }

    /** What is to be written to standard output and error: that of the console, where it has one of its own. */
    public static Charset ofOutput() {
        return console(System::getProperty).map(Charset::forName).orElseGet(Charset::defaultCharset);
    }

    /**
     * Options for a JVM whose output reaches this process' console by way of this process: without them it would write
     * in the system's letters. Empty when the console has none of its own.
     */
    public static List<String> jvmOptions() {
        return jvmOptions(System::getProperty);
    }

    static List<String> jvmOptions(UnaryOperator<String> properties) {
        return console(properties)
                .map(name -> Stream.concat(OUTPUT.stream(), ERROR.stream())
                        .map(property -> "-D" + property + "=" + name)
                        .toList())
                .orElse(List.of());
    }

    /** The encoding of the console, when it is known here and not that of the system. */
    static Optional<String> console(UnaryOperator<String> properties) {
        String system = properties.apply(SYSTEM);
        return OUTPUT.stream()
                .map(properties)
                .filter(name -> name != null && !name.equalsIgnoreCase(system) && isKnown(name))
                .findFirst();
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            // No name at all.
            return false;
        }
    }
}
