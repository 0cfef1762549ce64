package org.javampi.generator;

import java.util.List;

/**
 * A collective's recording, from which the functions that it serves are written.
 *
 * @param method name of the method that records
 * @param function name of the blocking function behind {@code MPI_}
 * @param blocking whether the blocking functions are wanted
 * @param neighbors whether it is among neighbours
 * @param arguments what the method takes behind communicator and collectives
 */
record RecordedCall(String method, String function, boolean blocking, boolean neighbors, List<Argument> arguments) {
    /** Where counts and displacements are significant. */
    enum Significance {
        EVERYWHERE,
        AT_ROOT,
        UNLESS_IN_PLACE
    }

    /** One of the recording's parameters. */
    record Argument(Parameter recorded, Significance significance) {
        private boolean isCount() {
            return recorded.type().equals("long");
        }

        private boolean isArrayOfInts() {
            return recorded.type().equals("int[]");
        }

        private boolean isArrayOfLongs() {
            return recorded.type().equals("long[]");
        }

        /** The parameter of a function that counts in ints. */
        Parameter plain(boolean neighbors) {
            return isCount() || isArrayOfLongs() && !neighbors
                    ? new Parameter(recorded.type().replace("long", "int"), recorded.name())
                    : recorded;
        }

        /** The parameter of a function that counts in longs. */
        Parameter large() {
            return isArrayOfInts() ? recorded.longer() : recorded;
        }

        /** What the plain function passes on. */
        String plainValue(boolean neighbors) {
            return isArrayOfLongs() && !neighbors ? "asLongs(" + recorded.name() + ")" : recorded.name();
        }

        /** What the large function passes on. */
        String largeValue(boolean neighbors) {
            if (!isArrayOfInts()) {
                return recorded.name();
            }
            String pieces = neighbors ? "Integer.MAX_VALUE" : "c.remoteSize()";
            String narrowed = "narrowed(" + recorded.name() + ", " + pieces + ", \"" + recorded.name() + "\")";
            return switch (significance) {
                case EVERYWHERE -> narrowed;
                case AT_ROOT -> "isRoot(c, root) ? " + narrowed + " : null";
                case UNLESS_IN_PLACE -> "isInPlace(sendbuf) ? null : " + narrowed;
            };
        }
    }

    /** Whether any of its arguments counts. */
    boolean counts() {
        return arguments.stream().anyMatch(argument -> argument.isCount() || argument.isArrayOfInts());
    }
}
