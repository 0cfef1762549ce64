package org.javampi.job.vm;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.javampi.job.Providers;
import org.javampi.job.RankGuest;
import org.javampi.job.RankHost;

/**
 * Where a rank meets a visitor of its job: messages in order, in a thread of the rank's group that begins with the first
 * one. Costs nothing before.
 */
final class GuestRoom {
    private final RankHost rank;
    private final ThreadGroup threads;
    private final Consumer<byte[]> answers;
    private final CompletableFuture<ClassLoader> program = new CompletableFuture<>();
    private final LinkedBlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
    private Thread host;

    GuestRoom(RankHost rank, ThreadGroup threads, Consumer<byte[]> answers) {
        this.rank = rank;
        this.threads = threads;
        this.answers = answers;
    }

    /** The program begins; visitors that came earlier have waited for it. */
    void onProgram(ClassLoader loader) {
        program.complete(loader);
    }

    /** A message of a visitor; without bytes: it is gone. Does not wait. */
    synchronized void onMessage(byte[] message) {
        messages.add(message);
        if (host == null) {
            host = new Thread(threads, this::serve, "rank-guest");
            host.setDaemon(true);
            host.start();
        }
    }

    private void serve() {
        try {
            ClassLoader loader = program.get();
            RankGuest.Talk talk = null;
            while (true) {
                byte[] message = messages.take();
                if (message.length > 0) {
                    talk = talk == null ? open(loader) : talk;
                    talk.onMessage(message);
                } else if (talk != null) {
                    talk.onGone();
                    talk = null;
                }
            }
        } catch (InterruptedException | ExecutionException e) {
            // The VM ends.
            Thread.currentThread().interrupt();
        }
    }

    private RankGuest.Talk open(ClassLoader loader) {
        List<RankGuest> guests = Providers.of(RankGuest.class, VirtualMachine.class.getClassLoader());
        if (guests.isEmpty()) {
            throw new IllegalStateException("a visitor of rank " + rank.rank() + " finds no console on the class path");
        }
        return guests.get(0).open(rank, loader, answers);
    }
}
