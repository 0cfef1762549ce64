package org.javampi.collectives.tune;

import static org.javampi.MPI.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.javampi.core.spi.collective.Collective;

/** The arguments of one of this package's programs: a file, options, and collectives. */
final class Words {
    private static final int WRONG_USAGE = 2;

    private final Path file;
    private final List<String> rest;

    /** The first is the file. */
    Words(String[] arguments) {
        if (arguments.length == 0) {
            throw refusal("the first argument must be a file; javampirun tune gives all of them");
        }
        file = Path.of(arguments[0]);
        rest = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
    }

    Path file() {
        return file;
    }

    /** Whether an option is there; takes it away. */
    boolean take(String option) {
        return rest.remove(option);
    }

    /** What follows {@code OPTION=}, or {@code fallback}; takes it away. */
    String take(String option, String fallback) {
        String start = option + "=";
        for (String word : rest) {
            if (word.startsWith(start)) {
                rest.remove(word);
                return word.substring(start.length());
            }
        }
        return fallback;
    }

    /** The collectives that are left, or all when none is named. */
    List<Collective> collectives() {
        List<String> known =
                Stream.of(Collective.values()).map(Collective::label).toList();
        for (String label : rest) {
            if (!known.contains(label)) {
                throw refusal("no collective is called '" + label + "': known are " + known);
            }
        }
        return Stream.of(Collective.values())
                .filter(collective -> rest.isEmpty() || rest.contains(collective.label()))
                .toList();
    }

    /** Ends the job with the status of wrong usage; all ranks together. */
    static IllegalArgumentException refusal(String why) {
        return end(why, WRONG_USAGE);
    }

    /** Ends the job; all ranks together, of which one tells why. Does not return. */
    static IllegalArgumentException end(String why, int status) {
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            System.err.println(why);
        }
        MPI_Barrier(MPI_COMM_WORLD);
        MPI_Abort(MPI_COMM_WORLD, status);
        return new IllegalArgumentException(why);
    }
}
