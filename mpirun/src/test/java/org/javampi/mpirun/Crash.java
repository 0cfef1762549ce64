package org.javampi.mpirun;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.javampi.testing.Patience;

/**
 * One process that is killed at one step of one checkpoint of one job, all drawn from a seed.
 *
 * @param seed what it was drawn from
 * @param program class and arguments, the second of which says after how many steps the program
 *     asks for a checkpoint, 0 for never
 * @param who a rank, {@code coordinator}, or {@code agent-RANK}: the agent of that rank's host
 * @param asked whether checkpoints come by request and not at every n-th point
 * @param hosts how many hosts the job pretends to have, 0 for this one without agents
 */
record Crash(
        long seed,
        List<String> program,
        String who,
        int step,
        int epoch,
        boolean asked,
        int ranks,
        int perVm,
        String transport,
        int hosts) {
    static final String COORDINATOR = "coordinator";
    static final int RANK_STEPS = 7;
    static final int COORDINATOR_STEPS = 10;

    private static final String CLASSES = Path.of("target", "test-classes").toString();
    private static final long SECONDS = Patience.seconds(90);
    private static final String EVERY = "20";
    private static final List<String> TRANSPORTS = List.of("shm", "tcp", "shm,tcp");

    /** A rank's crash, or the coordinator's. */
    static Crash of(List<String> program, boolean coordinator, int step, long seed) {
        Random random = new Random(seed);
        int ranks = 2 + random.nextInt(3);
        String who = coordinator ? COORDINATOR : Integer.toString(random.nextInt(ranks));
        return of(seed, program, who, step, ranks, 0, random);
    }

    /** In a job on several hosts. {@code kind} is coordinator, rank or agent. */
    static Crash onHosts(List<String> program, String kind, int step, long seed) {
        Random random = new Random(seed);
        int ranks = 3 + random.nextInt(2);
        String rank = Integer.toString(random.nextInt(ranks));
        String who = kind.equals("rank") ? rank : kind.equals("agent") ? "agent-" + rank : kind;
        return of(seed, program, who, step, ranks, 2 + random.nextInt(2), random);
    }

    private static Crash of(
            long seed, List<String> program, String who, int step, int ranks, int hosts, Random random) {
        return new Crash(
                seed,
                program,
                who,
                step,
                2 + random.nextInt(2),
                who.equals(COORDINATOR) && step <= 2 || random.nextBoolean(),
                ranks,
                1 + random.nextInt(ranks),
                // Hosts have no memory in common.
                TRANSPORTS.get(hosts == 0 ? random.nextInt(2) : 1 + random.nextInt(2)),
                hosts);
    }

    boolean isOfLauncher() {
        return who.equals(COORDINATOR);
    }

    /** Whom a lost host ends the job for was not killed itself. */
    int status() {
        return who.startsWith("agent") ? 1 : 137;
    }

    /** Whether this crash comes before checkpoint {@link #epoch} can stand. */
    boolean isBefore() {
        return isOfLauncher() ? step <= 8 : step <= 6 && step != 4;
    }

    /** Whether it comes when that stands already. */
    boolean isAfter() {
        return isOfLauncher() ? step >= 9 : step == 7;
    }

    /** The words that run the job from its start. */
    List<String> words(Path directory, UUID job) {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("-np", Integer.toString(ranks)));
        words.addAll(List.of("--checkpoint-dir", directory.toString()));
        words.addAll(place(perVm, transport, hosts));
        words.addAll(fault(job, epoch));
        words.addAll(List.of("-cp", CLASSES));
        words.addAll(program(asked ? EVERY : "0"));
        return words;
    }

    /** The words that let a restarted job crash likewise, in checkpoint {@code next}. */
    List<String> wordsAgain(Path directory, UUID job, long next) {
        List<String> words = new ArrayList<>(List.of("--restart", directory.toString()));
        words.addAll(place(perVm, transport, hosts));
        words.addAll(fault(job, next));
        return words;
    }

    private List<String> fault(UUID job, long which) {
        List<String> words = new ArrayList<>(List.of("--job", job.toString()));
        words.addAll(List.of("--set", "checkpoint.fault=" + who + ":" + step + ":" + which));
        if (!asked) {
            words.addAll(List.of("--checkpoint-every", EVERY));
        }
        return words;
    }

    List<String> program(String every) {
        List<String> words = new ArrayList<>(program);
        words.set(2, every);
        return words;
    }

    /**
     * The words that bring the job to its end: on other VMs of one host, over another transport.
     */
    List<String> restart(Path directory) {
        List<String> words = new ArrayList<>(List.of("--restart", directory.toString()));
        words.addAll(place(perVm % ranks + 1, transport.equals("tcp") ? "shm" : "tcp", 0));
        return words;
    }

    private List<String> place(int ranksPerVm, String media, int hostCount) {
        List<String> words = new ArrayList<>();
        if (hostCount > 0) {
            StringBuilder list = new StringBuilder();
            for (int host = 0; host < hostCount; host++) {
                int slots = ranks * (host + 1) / hostCount - ranks * host / hostCount;
                list.append(host == 0 ? "" : ",").append((char) ('a' + host)).append(':');
                list.append(slots);
            }
            words.addAll(List.of("-launcher", "fork", "-H", list.toString()));
        }
        words.addAll(List.of("--vm-ranks", Integer.toString(ranksPerVm)));
        words.addAll(List.of("--transport", media, "--timeout", Long.toString(SECONDS)));
        return words;
    }
}
