package org.javampi.mpirun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.javampi.mpirun.failure.WrongUsage;

/**
 * Command lines of {@code mpjrun.sh} (MPJ Express) and {@code fmpjrun} (FastMPJ) as javampirun's. Both take their
 * options before and behind the name of the class. Words before it that begin with {@code -} are the JVM's; what is
 * left behind it is the program's.
 */
public final class MpjArguments {
    /** Options with one value, and what javampirun calls them. */
    private static final Map<String, String> WITH_VALUE = Map.ofEntries(
            Map.entry("-np", "-np"),
            Map.entry("-wdir", "-wdir"),
            Map.entry("-cp", "-cp"),
            Map.entry("-classpath", "-cp"),
            Map.entry("-machinesfile", "-machinesfile"),
            Map.entry("-machinefile", "-machinefile"),
            Map.entry("-hostfile", "-hostfile"));

    /** Options with one value that mean nothing here. */
    private static final Set<String> IGNORED_WITH_VALUE =
            Set.of("-dport", "-sport", "-mpjport", "-psl", "-protocolSwitchLimit", "-headnodeip", "-iodev");

    /** Options without a value that mean nothing here. */
    private static final Set<String> IGNORED = Set.of("-localloader", "-profile", "-src", "-ADEBUG", "-v");

    private final List<String> options = new ArrayList<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final List<String> programArguments = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String program;
    private boolean isJar;

    private MpjArguments() {}

    /**
     * Reads a command line.
     *
     * @throws WrongUsage when a value or the program is missing
     */
    public static MpjArguments read(List<String> words) {
        MpjArguments arguments = new MpjArguments();
        int at = 0;
        while (at < words.size()) {
            at = arguments.take(words, at);
        }
        if (arguments.program == null) {
            throw new WrongUsage("no program: mpjrun -np N Class [arguments], or -jar FILE");
        }
        return arguments;
    }

    /** Takes the word at {@code at} with its value; answers where the next one is. */
    private int take(List<String> words, int at) {
        String word = words.get(at);
        if (WITH_VALUE.containsKey(word)) {
            options.add(WITH_VALUE.get(word));
            options.add(value(words, at));
            return at + 2;
        }
        switch (word) {
            case "-dev" -> notes.add(device(value(words, at)));
            case "-debug" -> {
                options.add("-debug");
                options.add(value(words, at));
            }
            case "-jar" -> {
                program = value(words, at);
                isJar = true;
            }
            case "-class" -> program = value(words, at);
            default -> {
                if (IGNORED.contains(word)) {
                    notes.add("option " + word + " of MPJ Express means nothing here");
                    return at + 1;
                }
                if (!IGNORED_WITH_VALUE.contains(word)) {
                    takeOther(word);
                    return at + 1;
                }
                notes.add("option " + word + " of MPJ Express means nothing here");
            }
        }
        return at + 2;
    }

    private void takeOther(String word) {
        if (program != null) {
            programArguments.add(word);
        } else if (word.startsWith("-")) {
            jvmOptions.add(word);
        } else {
            program = word;
        }
    }

    private static String value(List<String> words, int at) {
        if (at + 1 == words.size()) {
            throw new WrongUsage("option " + words.get(at) + " has no value");
        }
        return words.get(at + 1);
    }

    private static String device(String name) {
        return switch (name) {
            case "multicore", "smpdev", "smdev" ->
                "-dev " + name + ": ranks are processes that use shared memory; javampirun --vm-ranks N puts N ranks"
                        + " into one JVM";
            case "niodev", "hybdev", "iodev" ->
                "-dev " + name + ": ranks of one host use shared memory, others TCP; --transport tcp uses TCP only";
            default -> "-dev " + name + ": not available; ranks of one host use shared memory, others TCP";
        };
    }

    /** The same command line for javampirun. */
    public List<String> forJavampirun() {
        List<String> words = new ArrayList<>(options);
        words.addAll(jvmOptions);
        if (isJar) {
            words.add("-jar");
        }
        words.add(program);
        words.addAll(programArguments);
        return words;
    }

    /** What is done instead of what was asked for, one sentence each. */
    public List<String> notes() {
        return notes;
    }
}
