package org.javampi.benchmarks.jmh;

import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.javampi.Attachment;
import org.javampi.Binding;
import org.javampi.core.world.World;

/** Ranks that are threads of this VM. */
final class ThreadRanks implements Ranks {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final CountDownLatch end = new CountDownLatch(1);
    private final CompletableFuture<Void> ended;
    private final InStep rankZero;

    ThreadRanks(int size, String transport, String... words) {
        CompletableFuture<Binding> binding = new CompletableFuture<>();
        World world = World.of(size).transport(transport).deadline(LONGEST);
        ended = CompletableFuture.runAsync(
                () -> world.run(rank -> run(rank, binding, words)), body -> new Thread(body, "world").start());
        ended.whenComplete((none, failure) -> binding.completeExceptionally(failure));
        Attachment.attachThread(binding.join(), ThreadRanks.class.getClassLoader());
        MPI_Init();
        rankZero = new InStep(words);
    }

    private void run(int rank, CompletableFuture<Binding> binding, String... words) throws InterruptedException {
        if (rank == 0) {
            // The caller's thread is rank 0 from now on.
            binding.complete(Attachment.bottom());
            end.await();
        } else {
            MPI_Init();
            new InStep(words).follow();
            MPI_Finalize();
        }
    }

    @Override
    public void call(int times) {
        rankZero.lead(times);
    }

    @Override
    public void close() {
        rankZero.close();
        MPI_Finalize();
        Attachment.detachThread();
        end.countDown();
        try {
            ended.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the ranks have not ended in order", e);
        }
    }
}
