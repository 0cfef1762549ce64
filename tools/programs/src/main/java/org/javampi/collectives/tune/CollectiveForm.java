package org.javampi.collectives.tune;

import java.util.Locale;
import org.javampi.core.spi.collective.Collective;

/** In which form a collective is called: a label such as {@code allreduce}, {@code iallreduce} or {@code allreduce_init}. */
public enum CollectiveForm {
    /** MPI_Allreduce. */
    BLOCKING,
    /** MPI_Iallreduce, and the wait for it. */
    NON_BLOCKING,
    /** MPI_Start of what MPI_Allreduce_init has made, and the wait for it. */
    PERSISTENT;

    private static final String NON_BLOCKING_PREFIX = "i";
    private static final String PERSISTENT_SUFFIX = "_init";

    /**
     * The form that a label names.
     *
     * @throws IllegalArgumentException when the label names no collective
     */
    public static CollectiveForm of(String label) {
        collective(label);
        return label.endsWith(PERSISTENT_SUFFIX) ? PERSISTENT : isCollective(label) ? BLOCKING : NON_BLOCKING;
    }

    /**
     * The collective that a label names, in whichever form.
     *
     * @throws IllegalArgumentException when it names none
     */
    public static Collective collective(String label) {
        String plain = label.endsWith(PERSISTENT_SUFFIX)
                ? label.substring(0, label.length() - PERSISTENT_SUFFIX.length())
                : isCollective(label) || !label.startsWith(NON_BLOCKING_PREFIX) ? label : label.substring(1);
        if (!isCollective(plain)) {
            throw new IllegalArgumentException("'" + label
                    + "' is no collective: allreduce, iallreduce (does not block) and allreduce_init (persistent) are");
        }
        return Collective.valueOf(plain.toUpperCase(Locale.ROOT));
    }

    private static boolean isCollective(String label) {
        for (Collective collective : Collective.values()) {
            if (collective.label().equals(label)) {
                return true;
            }
        }
        return false;
    }
}
