package org.javampi.mpirun.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Properties;
import org.javampi.mpirun.failure.LaunchFailure;

/**
 * Programs of javampi's own that the launcher can start as jobs. The modules that have them say so, in
 * {@code META-INF/javampi/programs}: the launcher knows none of their classes.
 *
 * <pre>
 *  name=main class
 * </pre>
 */
public final class RuntimePrograms {
    private static final String RESOURCE = "META-INF/javampi/programs";

    private RuntimePrograms() {}

    /**
     * The main class of a program.
     *
     * @throws LaunchFailure when no module on the launcher's class path has it
     */
    public static String mainClass(String name) {
        try {
            for (URL file :
                    Collections.list(RuntimePrograms.class.getClassLoader().getResources(RESOURCE))) {
                Properties programs = new Properties();
                try (InputStream in = file.openStream()) {
                    programs.load(in);
                }
                String found = programs.getProperty(name);
                if (found != null) {
                    return found;
                }
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot read " + RESOURCE + ": " + e.getMessage(), e);
        }
        throw new LaunchFailure("the program '" + name
                + "' of javampi is not on the launcher's class path: a jar is missing" + " in its lib directory");
    }
}
