package org.javampi.mpirun;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.javampi.mpirun.cli.MpjArguments;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.WrongUsage;

/**
 * Command lines of MPJ Express and FastMPJ: {@code java -jar $MPJ_HOME/lib/starter.jar -np 4 Main}, {@code mpjrun.sh},
 * {@code fmpjrun}.
 */
public final class MpjRun {
    private static final String CLASS_PATH = "java.class.path";

    private MpjRun() {}

    /** Runs one command line to its end. */
    public static void main(String[] words) {
        try {
            MpjArguments arguments = MpjArguments.read(List.of(words));
            arguments.notes().forEach(note -> System.err.println("mpjrun: " + note));
            nameJars();
            Javampirun.main(arguments.forJavampirun().toArray(new String[0]));
        } catch (WrongUsage e) {
            System.err.println("mpjrun: " + e.getMessage());
            System.exit(ExitStatus.USAGE);
        }
    }

    /** {@code starter.jar} names the other jars in its manifest: the launcher wants them on the class path. */
    private static void nameJars() {
        if (System.getProperty(CLASS_PATH).endsWith("starter.jar")) {
            File[] jars = folder().toFile().listFiles((in, name) -> name.endsWith(".jar"));
            System.setProperty(
                    CLASS_PATH,
                    Arrays.stream(jars == null ? new File[0] : jars)
                            .sorted()
                            .map(File::getPath)
                            .collect(Collectors.joining(File.pathSeparator)));
        }
    }

    private static Path folder() {
        try {
            return Path.of(MpjRun.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
