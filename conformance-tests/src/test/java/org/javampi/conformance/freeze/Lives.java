package org.javampi.conformance.freeze;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;
import org.javampi.job.vm.RankLoader;

/**
 * The lives of one program in worlds of one JVM: killed at random moments behind a checkpoint, and begun again over another
 * transport and on other hosts.
 */
final class Lives {
    /** So often a program may be faster than an order that was given before it began. */
    private static final int MOST_OUTRUN = 20;

    private static final int RANKS = Integer.getInteger("conformance.ranks", 3);
    private static final int KILLED = 137;
    private static final String SMALL_RING = "65536";
    private static final Duration DEADLINE = Duration.ofMinutes(4);
    /** Lines that tell a time: they are not compared. */
    static final String CLOCK =
            System.getProperty("conformance.clock", ".*([0-9] (s|ms|us|seconds)\\b|Time in seconds|Mop/s|MB/s).*");

    private static final int LONGEST_DELAY_US = 10_000;
    private static final Screen SCREEN = new Screen();

    /** Why checkpoints were not taken, the newest last. */
    static final Queue<String> NOT_TAKEN = new ConcurrentLinkedQueue<>();

    private final String program;
    private final String classPath;
    private final String[] arguments;

    Lives(String program, String classPath, String... arguments) {
        this.program = program;
        this.classPath = classPath;
        this.arguments = arguments;
    }

    /** What each rank prints when nothing disturbs it, and when its classes are as they were compiled. */
    List<List<String>> undisturbed() {
        return SCREEN.record(() -> World.of(RANKS)
                .transport("tcp")
                .deadline(DEADLINE)
                .classes(rank -> new RankLoader(classPath, Lives.class.getClassLoader()))
                .run(rank -> enter()));
    }

    private void enter() throws Exception {
        Class<?> type = Thread.currentThread().getContextClassLoader().loadClass(program);
        try {
            type.getMethod("main", String[].class).invoke(null, (Object) arguments.clone());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(program, e.getCause());
        }
    }

    /** What has become of one life. */
    record Life(List<List<String>> output, int checkpoints, boolean killed) {}

    /** All lives until the program has come to its end; at most {@code kills} of them end early. */
    List<Life> all(Random random, Path directory, int kills) {
        List<Life> lives = new ArrayList<>();
        boolean killed = true;
        boolean hasCheckpoint = false;
        for (int life = 0; killed; life++) {
            Life lived = hasCheckpoint
                    ? one(world(random).restart(directory), random, life < kills, random.nextInt(LONGEST_DELAY_US))
                    : first(random, directory, kills > 0);
            lives.add(lived);
            hasCheckpoint |= lived.checkpoints > 0;
            killed = lived.killed;
        }
        return lives;
    }

    /** A program that ends before its first checkpoint begins again, and is asked earlier: its ranks may outrun the order. */
    private Life first(Random random, Path directory, boolean kill) {
        int delayUs = random.nextInt(LONGEST_DELAY_US);
        int outrun = 0;
        while (true) {
            Life lived = one(world(random).checkpoints(directory), random, kill, delayUs);
            outrun += delayUs == 0 ? 1 : 0;
            if (lived.checkpoints > 0 || outrun == MOST_OUTRUN) {
                return lived;
            }
            delayUs /= 4;
        }
    }

    private static World world(Random random) {
        // Memory of ranks that were killed stays mapped until it is collected, and /dev/shm may be small.
        World world = World.of(RANKS).deadline(DEADLINE).setting("shm.ring.bytes", SMALL_RING);
        return switch (random.nextInt(3)) {
            case 0 -> world.transport("tcp");
            case 1 -> world.transport("shm,tcp").hosts(rank -> rank % 2);
            default -> world.transport("shm");
        };
    }

    /** @param delayUs until the first checkpoint, at most; 0 asks for it before the program begins */
    private Life one(World world, Random random, boolean kill, int delayUs) {
        int wanted = 1 + random.nextInt(3);
        int[] taken = {0};
        boolean[] killed = {false};
        List<List<String>> output = SCREEN.record(() -> {
            CompletableFuture<Boolean> early = delayUs == 0 ? ask(world) : null;
            Thread killer = new Thread(() -> {
                taken[0] = checkpoints(world, random, wanted, delayUs, early);
                if (kill && taken[0] > 0) {
                    world.kill();
                }
            });
            killer.setDaemon(true);
            killer.start();
            try {
                world.runProgram(program, classPath, arguments);
            } catch (WorldFailure failure) {
                if (failure.status() != KILLED) {
                    throw failure;
                }
                killed[0] = true;
            }
            join(killer);
        });
        return new Life(output, taken[0], killed[0]);
    }

    private static CompletableFuture<Boolean> ask(World world) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        world.requestCheckpoint((isTaken, text) -> {
            if (!isTaken) {
                NOT_TAKEN.add(text);
            }
            answer.complete(isTaken);
        });
        return answer;
    }

    private static int checkpoints(
            World world, Random random, int wanted, int delayUs, CompletableFuture<Boolean> early) {
        int taken = 0;
        try {
            for (int i = 0; i < wanted; i++) {
                CompletableFuture<Boolean> answer = early;
                if (i > 0 || early == null) {
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(1 + delayUs));
                    answer = ask(world);
                }
                if (!answer.get()) {
                    return taken;
                }
                taken++;
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(1 + delayUs));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return taken;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Holds the output of all lives against that of an undisturbed run: a life that was killed has printed its beginning, a
     * later one goes on not behind the place where the one before was ended, and the last comes to the end.
     *
     * @return what is wrong, or empty
     */
    static String difference(List<List<String>> expected, List<Life> lives) {
        for (int rank = 0; rank < expected.size(); rank++) {
            List<String> all = expected.get(rank);
            int reached = 0;
            for (int i = 0; i < lives.size(); i++) {
                List<String> lines = lives.get(i).output.get(rank);
                int begin = i == 0 ? 0 : beginning(all, lines, reached, i == lives.size() - 1);
                boolean fits = begin >= 0
                        && begin + lines.size() <= all.size()
                        && all.subList(begin, begin + lines.size()).equals(lines);
                if (!fits || i == lives.size() - 1 && begin + lines.size() != all.size()) {
                    return "rank " + rank + ", life " + i + " of " + lives.size() + ":\n" + String.join("\n", lines)
                            + "\nexpected, with " + reached + " lines printed before:\n" + String.join("\n", all);
                }
                reached = Math.max(reached, begin + lines.size());
            }
        }
        return "";
    }

    /** Where a later life has gone on: of the last one the end is known; -1 if nowhere. */
    private static int beginning(List<String> all, List<String> lines, int reached, boolean isLast) {
        if (isLast) {
            int begin = all.size() - lines.size();
            return begin <= reached ? begin : -1;
        }
        for (int begin = reached; begin >= 0; begin--) {
            if (begin + lines.size() <= all.size()
                    && all.subList(begin, begin + lines.size()).equals(lines)) {
                return begin;
            }
        }
        return -1;
    }

    /** Standard output, dealt out by the threads' groups. */
    private static final class Screen extends OutputStream {
        private StringBuilder[] texts = new StringBuilder[RANKS];
        private PrintStream before;

        synchronized List<List<String>> record(Runnable run) {
            texts = new StringBuilder[RANKS];
            Arrays.setAll(texts, rank -> new StringBuilder());
            if (before == null) {
                before = System.out;
            }
            PrintStream mine = new PrintStream(this, true, StandardCharsets.UTF_8);
            System.setOut(mine);
            try {
                run.run();
            } finally {
                System.setOut(before);
            }
            List<List<String>> lines = new ArrayList<>();
            for (StringBuilder text : texts) {
                synchronized (text) {
                    // The end of a rank may have cut its last line off.
                    int end = text.lastIndexOf("\n") + 1;
                    lines.add(text.substring(0, end)
                            .lines()
                            .filter(line -> !line.matches(CLOCK))
                            .toList());
                }
            }
            return lines;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            ThreadGroup group = Thread.currentThread().getThreadGroup();
            while (group != null && !group.getName().matches("rank-\\d+")) {
                group = group.getParent();
            }
            if (group != null) {
                StringBuilder text = texts[Integer.parseInt(group.getName().substring(5))];
                synchronized (text) {
                    text.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
                }
            }
        }
    }
}
