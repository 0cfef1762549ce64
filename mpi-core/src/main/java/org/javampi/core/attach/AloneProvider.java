package org.javampi.core.attach;

import java.io.IOException;
import org.javampi.Binding;
import org.javampi.BindingProvider;
import org.javampi.MPI;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.check.Checking;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.runtime.Alone;
import org.javampi.job.RankHost;
import org.javampi.job.slurm.SlurmStep;
import org.javampi.job.slurm.StepAssembly;

/**
 * Binds a program that was started without a launcher: a world of one, or one of the tasks of
 * {@code srun}, which find each other.
 */
public final class AloneProvider implements BindingProvider {
    /** For {@link java.util.ServiceLoader}. */
    public AloneProvider() {}

    @Override
    public Binding create() {
        return Checking.of(
                new RankBinding(AloneProvider::rankHost),
                System.getProperty("javampi.check", System.getenv().getOrDefault("JAVAMPI_CHECK", "")));
    }

    private static RankHost rankHost() {
        if (!SlurmStep.isTask(System.getenv())) {
            return new Alone(System.getenv());
        }
        try {
            return StepAssembly.join(System.getenv());
        } catch (IOException | IllegalArgumentException e) {
            throw new MpiFailure(MPI.MPI_ERR_OTHER, e.getMessage());
        }
    }
}
