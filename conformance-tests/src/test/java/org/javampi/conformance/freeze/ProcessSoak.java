package org.javampi.conformance.freeze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kills the processes of programs that never heard of checkpoints by {@code kill -9} at random moments: the whole job,
 * which is restarted over another transport and with other JVMs, or one JVM of a job with {@code --ft}.
 *
 * <pre>
 * java -Dlauncher="./javampirun" -cp ... org.javampi.conformance.freeze.ProcessSoak SEED ROUNDS KILLS RANKS [options] Main [arguments] [, ...]
 * </pre>
 *
 * Lines that tell a time, which the property {@code conformance.clock} describes, are not compared.
 */
public final class ProcessSoak {
    private static final String[] LAUNCHER =
            System.getProperty("launcher", "./javampirun").split(" ");
    private static final long LIMIT_S = Long.getLong("limit", 300);

    private final Random random;
    private final int ranks;
    private final List<String> program;
    private final Path folder;
    private int kills;
    private int checkpoints;

    private ProcessSoak(long seed, int ranks, List<String> program) throws IOException {
        random = new Random(seed);
        this.ranks = ranks;
        this.program = program;
        folder = Files.createTempDirectory("freeze-soak");
    }

    /** Prints a line for each program and round; ends with status 1 if an output differs. */
    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[0]);
        int rounds = Integer.parseInt(args[1]);
        int mostKills = Integer.parseInt(args[2]);
        int ranks = Integer.parseInt(args[3]);
        String[] programs =
                String.join(" ", Arrays.copyOfRange(args, 4, args.length)).split(" , ");
        int failed = 0;
        for (int round = 0; round < rounds; round++) {
            for (String program : programs) {
                long begun = System.nanoTime();
                ProcessSoak soak = new ProcessSoak(seed + round, ranks, List.of(program.split(" ")));
                String difference = soak.play(mostKills);
                System.out.println((difference.isEmpty() ? "same   " : "DIFFERS") + " seed " + (seed + round) + " "
                        + program + ": " + soak.kills + " kills, " + soak.checkpoints + " checkpoints, "
                        + (System.nanoTime() - begun) / 1_000_000_000 + " s " + difference);
                failed += difference.isEmpty() ? 0 : 1;
            }
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    private String play(int mostKills) throws Exception {
        Life undisturbed = live(List.of(), 0);
        if (undisturbed.status != 0) {
            return "undisturbed: " + undisturbed;
        }
        Path directory = folder.resolve("checkpoints");
        List<Life> lives = new ArrayList<>();
        boolean isWhole = random.nextBoolean();
        List<String> first = List.of(
                "--checkpoint-dir", directory.toString(), "--checkpoint-every", "1s", "--transparent", "--ft", "99");
        lives.add(live(first, isWhole ? mostKills : -mostKills));
        while (lives.get(lives.size() - 1).isKilled) {
            lives.add(live(List.of("--restart", directory.toString()), isWhole ? mostKills : -mostKills));
        }
        Life last = lives.get(lives.size() - 1);
        if (last.status != 0) {
            return "the last life: " + last;
        }
        for (Map.Entry<Integer, List<String>> rank : undisturbed.lines().entrySet()) {
            List<String> lines = lives.stream()
                    .flatMap(life -> life.lines().getOrDefault(rank.getKey(), List.of()).stream())
                    .collect(Collectors.toList());
            if (!isCovered(rank.getValue(), lines, kills)) {
                return "rank " + rank.getKey() + " printed\n" + String.join("\n", lines) + "\nexpected\n"
                        + String.join("\n", rank.getValue()) + "\nlauncher\n" + last.errors;
            }
        }
        return "";
    }

    /** Whether lines are all those that are expected, with at most so many jumps back. */
    private static boolean isCovered(List<String> expected, List<String> lines, int jumps) {
        // By number of jumps: the places where the program may be.
        boolean[][] at = new boolean[jumps + 1][expected.size() + 1];
        at[0][0] = true;
        for (String line : lines) {
            boolean[][] next = new boolean[jumps + 1][expected.size() + 1];
            for (int used = 0; used <= jumps; used++) {
                for (int place = 0; place < expected.size(); place++) {
                    if (expected.get(place).equals(line) && mayBeAt(at, used, place)) {
                        next[used][place + 1] = true;
                    }
                }
            }
            at = next;
        }
        for (boolean[] places : at) {
            if (places[expected.size()]) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeAt(boolean[][] at, int used, int place) {
        if (at[used][place]) {
            return true;
        }
        for (int from = place + 1; used > 0 && from < at[0].length; from++) {
            if (at[used - 1][from]) {
                at[used][place] = true;
                return true;
            }
        }
        return false;
    }

    /** @param kill at most so many times: the whole job, or, if negative, one of its JVMs */
    private Life live(List<String> options, int kill) throws Exception {
        List<String> command = new ArrayList<>(List.of(LAUNCHER));
        boolean isRestart = options.contains("--restart");
        if (!isRestart) {
            command.addAll(List.of("-np", Integer.toString(ranks)));
        }
        command.addAll(
                List.of("-l", "--transport", List.of("tcp", "shm", "shm,tcp").get(random.nextInt(3))));
        command.addAll(List.of("--vm-ranks", Integer.toString(1 + random.nextInt(ranks))));
        command.addAll(options);
        if (!isRestart) {
            command.addAll(program);
        }
        Process process = new ProcessBuilder(command).start();
        Reader out = new Reader(process.getInputStream());
        Reader err = new Reader(process.getErrorStream());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        int seen = 0;
        boolean isKilled = false;
        while (!process.waitFor(1 + random.nextInt(300), TimeUnit.MILLISECONDS)) {
            int taken = err.count("javampirun: checkpoint \\d+ at point .*");
            boolean isTime = taken > seen && random.nextInt(3) == 0 && kills < Math.abs(kill);
            if (System.nanoTime() - end > 0) {
                destroy(process.descendants());
                destroy(Stream.of(process.toHandle()));
                return new Life(out.text(), err.text() + "\nit did not end within " + LIMIT_S + " s", 124, false, 0);
            }
            if (isTime && kill > 0) {
                List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
                all.add(process.toHandle());
                Collections.shuffle(all, random);
                destroy(all.stream());
                isKilled = true;
                kills++;
                break;
            } else if (isTime) {
                List<ProcessHandle> machines = process.descendants()
                        .filter(child -> child.info().commandLine().orElse("").contains("VirtualMachineMain"))
                        .toList();
                if (!machines.isEmpty()) {
                    destroy(Stream.of(machines.get(random.nextInt(machines.size()))));
                    kills++;
                    seen = taken;
                }
            }
        }
        int status = process.waitFor();
        String errors = err.text();
        checkpoints += err.count("javampirun: checkpoint \\d+ at point .*");
        return new Life(out.text(), errors, status, isKilled, checkpoints);
    }

    private static void destroy(Stream<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    private record Life(String output, String errors, int status, boolean isKilled, int taken) {
        Map<Integer, List<String>> lines() {
            Map<Integer, List<String>> lines = new TreeMap<>();
            // What a kill has cut off is no line.
            int end = output.lastIndexOf('\n') + 1;
            output.substring(0, end).lines().forEach(line -> {
                int close = line.indexOf(']');
                if (line.startsWith("[") && close > 0) {
                    String text = line.substring(close + 1);
                    if (!text.matches(Lives.CLOCK)) {
                        lines.computeIfAbsent(Integer.valueOf(line.substring(1, close)), rank -> new ArrayList<>())
                                .add(text);
                    }
                }
            });
            return lines;
        }
    }

    /** Reads all that a process writes. */
    private static final class Reader extends Thread {
        private final InputStream in;
        private final StringBuffer text = new StringBuffer();

        Reader(InputStream in) {
            this.in = in;
            setDaemon(true);
            start();
        }

        @Override
        public void run() {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                char[] part = new char[8192];
                for (int length = reader.read(part); length >= 0; length = reader.read(part)) {
                    text.append(part, 0, length);
                }
            } catch (IOException e) {
                text.append("\ncannot be read any more: ").append(e);
            }
        }

        String text() throws InterruptedException {
            join(TimeUnit.SECONDS.toMillis(60));
            return text.toString();
        }

        int count(String pattern) {
            return (int) text.toString()
                    .lines()
                    .filter(line -> line.matches(pattern))
                    .count();
        }
    }
}
