package org.javampi.core.attach;

import java.util.ArrayList;
import java.util.List;
import org.javampi.Attachment;
import org.javampi.Binding;
import org.javampi.Checkpoint;
import org.javampi.MPI;
import org.javampi.PMPI;
import org.javampi.core.binding.FacadeCopy;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.check.Checking;
import org.javampi.core.freeze.FreezableProgram;
import org.javampi.core.record.Layer;
import org.javampi.core.record.ReplayHost;
import org.javampi.job.ProgramCarrier;
import org.javampi.job.RankExtension;
import org.javampi.job.RankHost;

/** Makes a River resource an MPI rank: attaches the facade that its program sees. */
public final class MpiExtension implements RankExtension {
    /** For {@link java.util.ServiceLoader}. */
    public MpiExtension() {}

    @Override
    public void attach(RankHost place, ClassLoader programLoader, boolean shared) throws Exception {
        RankHost rankHost = ReplayHost.of(place);
        RankBinding rank = new RankBinding(() -> rankHost);
        Binding binding = Checking.of(rank, rankHost.setting(Checking.SETTING));
        if (isTransparent(rankHost)) {
            binding = FreezableProgram.of(programLoader).over(binding, rank);
        }
        binding = Layer.over(binding, rank, rankHost, isTransparent(rankHost));
        if (!shared) {
            Attachment.attach(binding, programLoader);
            return;
        }
        FacadeCopy.attach(binding, programLoader);
    }

    @Override
    public ProgramCarrier carrier(RankHost rankHost) {
        return isTransparent(rankHost) ? new FreezableProgram(ReplayHost.of(rankHost)) : null;
    }

    /** Asks without naming a class that is loaded only where it is so. */
    private static boolean isTransparent(RankHost rankHost) {
        return Boolean.parseBoolean(rankHost.setting("checkpoint.transparent"));
    }

    @Override
    public Iterable<String> classesPerResource() {
        List<String> names = new ArrayList<>();
        names.add(Attachment.class.getName());
        names.add(Attachment.class.getName() + "$Layers");
        names.add("org.javampi.Calls");
        names.add(Checkpoint.class.getName());
        addChain(MPI.class, names);
        addChain(PMPI.class, names);
        return names;
    }

    private static void addChain(Class<?> facade, List<String> names) {
        for (Class<?> c = facade; c != Object.class; c = c.getSuperclass()) {
            names.add(c.getName());
        }
    }
}
