package org.javampi.mpirun.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a job's files of this host are. {@code TMPDIR} names another directory than the JVM's own to the launcher, whose
 * start script says so: its ranks use the same.
 */
final class TemporaryDirectory {
    private static final String PROPERTY = "java.io.tmpdir";
    private static final String DEFAULT = "/tmp";

    private TemporaryDirectory() {}

    /** The options of a rank's JVM, which let it use the launcher's directory; the user's come behind, and win. */
    static List<String> shared(List<String> users) {
        String own = System.getProperty(PROPERTY);
        if (own.equals(DEFAULT)) {
            return users;
        }
        List<String> all = new ArrayList<>(List.of("-D" + PROPERTY + "=" + own));
        all.addAll(users);
        return all;
    }
}
