package org.javampi.conformance.freeze;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Kills programs that never heard of checkpoints at random moments, for as long as one likes, in worlds of one JVM.
 *
 * <pre>
 * java -cp ... org.javampi.conformance.freeze.FreezeSoak SEED ROUNDS KILLS CLASSPATH Main [arguments] [, Main ...]
 * </pre>
 */
public final class FreezeSoak {
    private FreezeSoak() {}

    /** Prints a line for each program and round; ends with status 1 if an output differs. */
    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[0]);
        int rounds = Integer.parseInt(args[1]);
        int kills = Integer.parseInt(args[2]);
        String classPath = args[3];
        String[] programs =
                String.join(" ", Arrays.copyOfRange(args, 4, args.length)).split(" , ");
        int failed = 0;
        int killed = 0;
        int checkpoints = 0;
        for (int round = 0; round < rounds; round++) {
            for (String program : programs) {
                String[] words = program.split(" ");
                long begun = System.nanoTime();
                Lives lives = new Lives(words[0], classPath, Arrays.copyOfRange(words, 1, words.length));
                Path folder = Files.createTempDirectory("freeze-soak");
                String difference;
                List<Lives.Life> all = List.of();
                try {
                    List<List<String>> expected = lives.undisturbed();
                    all = lives.all(new Random(seed + round), folder, kills);
                    difference = Lives.difference(expected, all);
                } catch (RuntimeException e) {
                    difference = e.toString();
                    e.printStackTrace();
                }
                int taken = all.stream().mapToInt(Lives.Life::checkpoints).sum();
                int ends = (int) all.stream().filter(Lives.Life::killed).count();
                System.out.println(
                        (difference.isEmpty() ? "same   " : "DIFFERS") + " seed " + (seed + round) + " " + program
                                + ": " + ends + " kills, " + taken + " checkpoints, "
                                + (System.nanoTime() - begun) / 1_000_000 + " ms " + difference);
                if (taken == 0) {
                    Lives.NOT_TAKEN.forEach(why -> System.out.println("       " + why));
                }
                Lives.NOT_TAKEN.clear();
                failed += difference.isEmpty() ? 0 : 1;
                killed += ends;
                checkpoints += taken;
            }
        }
        System.out.println(programs.length + " programs, " + rounds + " rounds: " + killed + " kills, " + checkpoints
                + " checkpoints, " + failed + " differ");
        System.exit(failed == 0 ? 0 : 1);
    }
}
