package org.javampi.mpirun.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.javampi.mpirun.failure.WrongUsage;

/**
 * The options that most command lines are made of, read without picocli: its classes are of a
 * version that class-data archives refuse, and to load and question them takes longer than all else
 * that the launcher does. A command line with any other option, or with anything wrong, is
 * picocli's.
 */
public enum PlainOption {
    RANKS(Value.NUMBER, "-np", "-n", "-c", "--np"),
    RANKS_PER_VM(Value.NUMBER, "-vm-ranks", "--vm-ranks"),
    TRANSPORT(Value.TEXT, "-transport", "--transport"),
    VARIABLE(Value.TEXTS, "-x"),
    DIRECTORY(Value.TEXT, "-wdir", "--wd", "-wd", "--wdir"),
    CLASS_PATH(Value.TEXT, "-cp", "-classpath", "--class-path", "--classpath"),
    JAR(Value.TEXT, "-jar", "--jar"),
    LABELS(Value.NONE, "-l", "-prepend-rank", "--prepend-rank", "--tag-output", "-tag-output"),
    TIMEOUT(Value.NUMBER, "-timeout", "--timeout"),
    SETTING(Value.PAIRS, "-set", "--set"),
    HOSTS(Value.TEXTS, "-host", "--host", "-hosts", "--hosts", "-H"),
    HOSTFILE(
            Value.TEXT,
            "-hostfile",
            "--hostfile",
            "-machinefile",
            "--machinefile",
            "-machinesfile",
            "--machinesfile",
            "-f"),
    BIND_TO(Value.TEXT, "-bind-to", "--bind-to"),
    REPORT_BINDINGS(Value.NONE, "-report-bindings", "--report-bindings"),
    RULE(Value.TEXTS, "-coll", "--coll"),
    EXPLAIN(Value.NONE, "-explain-coll", "--explain-coll"),
    OVERSUBSCRIBE(Value.NONE, "-oversubscribe", "--oversubscribe"),
    RUN_AS_ROOT(Value.NONE, "-allow-run-as-root", "--allow-run-as-root"),
    DRY_RUN(Value.NONE, "-dry-run", "--dry-run", "-do-not-launch", "--do-not-launch"),
    VERSION(Value.NONE, "-version", "--version", "-V"),
    EXIT_IN_ORDER(Value.NONE, "--exit-in-order");

    private static final int MOST_DIGITS = 9;

    private final Value value;
    final List<String> names;

    PlainOption(Value value, String... names) {
        this.value = value;
        this.names = List.of(names);
    }

    /** What follows the name. */
    private enum Value {
        NONE,
        NUMBER,
        TEXT,
        /** Text; the option may be repeated. */
        TEXTS,
        /** {@code key=value}; the option may be repeated. */
        PAIRS;

        private boolean isRepeated() {
            return this == TEXTS || this == PAIRS;
        }
    }

    /**
     * An option as it was given.
     *
     * @param value as it was typed; null for none
     */
    record Given(PlainOption option, String value) {}

    /**
     * A command line of plain options only.
     *
     * @param options the launcher's
     * @param arguments all of it taken apart
     */
    record Line(List<Given> options, Arguments arguments) {}

    /** Takes a command line apart; null for one that is not plain. */
    static Line read(List<String> words) {
        Arguments arguments;
        try {
            arguments = Arguments.split(words, PlainOption::form);
        } catch (WrongUsage e) {
            // Another option, or a mistake: picocli knows, or has the words for it.
            return null;
        }
        List<Given> given = new ArrayList<>();
        Set<PlainOption> seen = EnumSet.noneOf(PlainOption.class);
        List<String> launcher = arguments.launcher();
        for (int i = 0; i < launcher.size(); i++) {
            PlainOption option = named(launcher.get(i));
            if (option == null || !seen.add(option) && !option.value.isRepeated()) {
                return null;
            }
            String value = null;
            if (option.value != Value.NONE) {
                value = ++i < launcher.size() ? launcher.get(i) : "";
                if (!option.accepts(value)) {
                    return null;
                }
            }
            given.add(new Given(option, value));
        }
        return new Line(given, arguments);
    }

    private boolean accepts(String text) {
        if (text.isEmpty() || text.startsWith("-")) {
            return false;
        }
        if (value != Value.NUMBER) {
            return value != Value.PAIRS || text.indexOf('=') > 0;
        }
        boolean digits = text.length() <= MOST_DIGITS;
        for (int i = 0; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    private static PlainOption named(String name) {
        for (PlainOption option : values()) {
            if (option.names.contains(name)) {
                return option;
            }
        }
        return null;
    }

    private static Arguments.Form form(String name) {
        PlainOption option = named(name);
        if (option == null) {
            return null;
        }
        int values = option.value == Value.NONE ? 0 : 1;
        return new Arguments.Form(values, values, option == JAR);
    }
}
