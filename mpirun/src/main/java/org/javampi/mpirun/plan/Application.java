package org.javampi.mpirun.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.javampi.mpirun.archive.ProviderIndex;

/**
 * What some ranks of a job run, and how: those of a program. Most jobs have one.
 *
 * @param program what is run
 * @param jvmOptions options of each rank's JVM
 * @param environment variables to set besides the launcher's own
 * @param directory where the ranks start, or null for here
 */
public record Application(Program program, List<String> jvmOptions, Map<String, String> environment, Path directory) {

    /** The same with its program compiled. */
    Application with(Program compiled) {
        return new Application(compiled, jvmOptions, environment, directory);
    }

    /** The option that names all providers to a JVM on this host; null when it must search. */
    String providers(List<Path> runtimePath) {
        return ProviderIndex.option(runtimePath, program.classPath(), jvmOptions, environment);
    }
}
