package org.javampi.core.check;

import java.util.List;
import org.javampi.Binding;
import org.javampi.MPI;
import org.javampi.Renewable;
import org.javampi.core.binding.CallSite;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.comm.Communicator;

/**
 * The binding of a rank whose calls are watched ({@code --check}). It is put in the place of the binding where that is
 * wanted; elsewhere it is not even loaded.
 */
final class CheckedBinding extends WatchedNeighborhoods implements Renewable {
    private final RankBinding binding;
    private volatile Watch watch;

    private CheckedBinding(RankBinding binding) {
        this.binding = binding;
        onto(binding);
        binding.nameFailuresBy(CallSite::function);
    }

    /** {@code binding}, watched. */
    static Binding over(RankBinding binding) {
        return new CheckedBinding(binding);
    }

    @Override
    Watch watch() {
        Watch current = watch;
        if (current == null) {
            throw new IllegalStateException("nothing succeeds before MPI_Init and after MPI_Finalize");
        }
        return current;
    }

    @Override
    boolean isWatched() {
        return watch != null;
    }

    private int begun(int code) {
        if (code == MPI.MPI_SUCCESS) {
            watch = new Watch(binding);
        }
        return code;
    }

    @Override
    public int MPI_Init(String[] args) {
        return begun(super.MPI_Init(args));
    }

    @Override
    public int MPI_Init_thread(String[] args, int required, int[] provided) {
        return begun(super.MPI_Init_thread(args, required, provided));
    }

    @Override
    public void endWaitersWhenLeaving() {
        binding.endWaitersWhenLeaving();
    }

    @Override
    public int MPI_Finalize() {
        Watch current = watch;
        if (current != null) {
            pending().leaks().forEach(current::tell);
            leaks().forEach(current::tell);
            tellUnreceived(current);
            watch = null;
        }
        return super.MPI_Finalize();
    }

    private void tellUnreceived(Watch current) {
        List<Long> unknown = pending().givenUp().stream()
                .map(current::communicator)
                .filter(communicator -> communicator != null)
                .map(Communicator::contextId)
                .toList();
        for (SendRecord record : current.settle()) {
            if (!unknown.contains(record.context())) {
                current.tell(record.text() + " was never received here");
            }
        }
    }

    @Override
    public Binding renewed() {
        return new CheckedBinding((RankBinding) binding.renewed());
    }
}
