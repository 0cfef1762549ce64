package org.javampi.core.attach;

import java.io.IOException;
import java.util.Map;
import org.javampi.Binding;
import org.javampi.BindingProvider;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.check.Checking;
import org.javampi.core.runtime.Alone;
import org.javampi.job.RankHost;
import org.javampi.job.foreign.ForeignAssembly;
import org.javampi.job.foreign.ForeignLauncher;
import org.javampi.job.slurm.SlurmStep;
import org.javampi.job.slurm.StepAssembly;

/**
 * Binds a program that was started without javampi's launcher: a world of one, or one of the tasks of {@code srun} or
 * the processes of another {@code mpirun}, which find each other.
 */
public final class AloneProvider implements BindingProvider {
    private static final int REFUSED = 1;

    /** For {@link java.util.ServiceLoader}. */
    public AloneProvider() {}

    @Override
    public Binding create() {
        return Checking.of(
                new RankBinding(AloneProvider::rankHost),
                System.getProperty("javampi.check", System.getenv().getOrDefault("JAVAMPI_CHECK", "")));
    }

    private static RankHost rankHost() {
        Map<String, String> environment = System.getenv();
        ForeignLauncher foreign = ForeignLauncher.of(environment);
        boolean isTask = SlurmStep.isTask(environment);
        try {
            // Launchers start their daemons by srun, and srun names itself as they do.
            if (foreign != null && (foreign.saysWhereItsProcessesAre(environment) || !isTask)) {
                return ForeignAssembly.join(foreign, environment);
            }
            return isTask ? StepAssembly.join(environment) : new Alone(environment);
        } catch (IOException | IllegalArgumentException e) {
            return refuse(e.getMessage());
        }
    }

    /** Ends the process with a sentence: there is no communicator yet whose error handler could be asked. */
    private static RankHost refuse(String why) {
        System.err.println("javampi: " + why);
        System.err.flush();
        Runtime.getRuntime().halt(REFUSED);
        throw new IllegalStateException(why);
    }
}
