package org.javampi.collectives.draw;

import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.javampi.collectives.tune.CollectiveCall;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.CollectiveProvider;
import org.javampi.core.spi.collective.Parameter;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;

/** Draws the rounds of a collective algorithm from a run of it: {@code javampirun --draw-coll}. */
public final class Drawing {
    private static final int COLUMN = 70;
    private static final int ROW = 90;
    private static final int LEFT = 70;
    private static final int TOP = 70;
    private static final int BYTES = 4096;

    private final String rule;
    private final Algorithm algorithm;
    private final int ranks;
    private final Rounds rounds;

    /**
     * Runs the algorithm.
     *
     * @param rule such as {@code barrier=dissemination}, {@code bcast=knomial(radix=4)}
     * @throws IllegalArgumentException if there is none of that name, or nothing to draw
     */
    Drawing(String rule, int ranks) {
        this.rule = rule;
        this.ranks = ranks;
        algorithm = find(rule);
        List<List<Recording.Step>> steps = new ArrayList<>();
        Recording[] recordings = new Recording[ranks];
        try {
            World.of(ranks).transport("shm").run(rank -> {
                MPI_Init();
                recordings[rank] = new Recording();
                try (CollectiveCall call = new CollectiveCall(MPI_COMM_WORLD, recordings[rank].of(algorithm), BYTES)) {
                    call.run(1);
                }
                MPI_Finalize();
            });
        } catch (WorldFailure failure) {
            if (failure.getCause() instanceof IllegalArgumentException refused) {
                throw new IllegalArgumentException(rule + ": " + refused.getMessage(), failure);
            }
            throw failure;
        }
        for (Recording recording : recordings) {
            steps.add(recording.steps());
        }
        rounds = new Rounds(steps);
        if (rounds.arrows().isEmpty()) {
            throw new IllegalArgumentException(
                    rule + " exchanges no messages with " + ranks + " ranks on one host: there is nothing to draw");
        }
    }

    /** Takes the rule, the number of ranks and the file to write. */
    public static void main(String[] words) throws IOException {
        try {
            Drawing drawing = new Drawing(words[0], Integer.parseInt(words[1]));
            Files.writeString(Path.of(words[2]), drawing.svg());
            System.out.println(drawing.summary() + ": " + words[2]);
        } catch (IllegalArgumentException e) {
            System.out.println("javampirun: --draw-coll " + e.getMessage());
            System.exit(2);
        }
    }

    private static Algorithm find(String rule) {
        int equals = rule.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(
                    rule + ": write a collective and an algorithm: barrier=dissemination (--list-coll has all)");
        }
        String label = rule.substring(0, equals).strip();
        String name = rule.substring(equals + 1).strip();
        int bracket = name.indexOf('(');
        String bare = bracket < 0 ? name : name.substring(0, bracket);
        TreeSet<String> known = new TreeSet<>();
        for (CollectiveProvider provider : ServiceLoader.load(CollectiveProvider.class)) {
            for (Algorithm each : provider.algorithms()) {
                if (Collective.of(each).label().equals(label)) {
                    known.add(each.name());
                    if (each.name().equals(bare)) {
                        return bracket < 0 ? each : each.with(values(each, name.substring(bracket + 1)));
                    }
                }
            }
        }
        throw new IllegalArgumentException(
                rule + ": " + (known.isEmpty() ? "there is no collective '" + label + "'" : "choose one of " + known));
    }

    private static Map<String, Long> values(Algorithm algorithm, String text) {
        Map<String, Long> values = new HashMap<>();
        for (Parameter parameter : algorithm.parameters()) {
            values.put(parameter.name(), parameter.fallback());
        }
        for (String part : text.replace(")", "").split(",")) {
            String[] word = part.strip().split("=");
            if (word.length != 2 || !values.containsKey(word[0]) || !word[1].matches("\\d{1,9}")) {
                throw new IllegalArgumentException(
                        "(" + text + ": the parameters of " + algorithm.name() + " are " + values.keySet());
            }
            values.put(word[0], Long.valueOf(word[1]));
        }
        return values;
    }

    String summary() {
        return rule + " with " + ranks + " ranks: " + rounds.count() + (rounds.count() == 1 ? " round, " : " rounds, ")
                + rounds.arrows().size() + " messages";
    }

    String svg() {
        int width = LEFT + ranks * COLUMN;
        int height = TOP + rounds.count() * ROW + 40;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"14\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n"
                        + "<defs><marker id=\"tip\" markerWidth=\"9\" markerHeight=\"8\" refX=\"8\" refY=\"4\""
                        + " orient=\"auto\"><path d=\"M0,0 L9,4 L0,8 z\" fill=\"#1b4f9c\"/></marker></defs>%n"
                        + "<text x=\"12\" y=\"24\" font-weight=\"bold\">%s</text>%n"
                        + "<text x=\"12\" y=\"42\" fill=\"#687083\">%s</text>%n",
                width,
                height,
                width,
                height,
                summary(),
                algorithm.cost().isEmpty() ? "" : "cost: " + escaped(algorithm.cost())));
        for (int rank = 0; rank < ranks; rank++) {
            svg.append(line(x(rank), y(0) - 12, x(rank), y(rounds.count()) + 12, "stroke=\"#c5cad5\""));
            svg.append(text(x(rank), y(rounds.count()) + 30, "middle", Integer.toString(rank)));
        }
        for (int round = 0; round <= rounds.count(); round++) {
            for (int rank = 0; rank < ranks; rank++) {
                svg.append(String.format(
                        Locale.ROOT, "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#1d2330\"/>%n", x(rank), y(round)));
            }
            if (round < rounds.count()) {
                svg.append(text(12, y(round) + ROW / 2 + 5, "start", "round " + (round + 1)));
            }
        }
        for (Rounds.Arrow arrow : rounds.arrows()) {
            svg.append(line(
                    x(arrow.source()),
                    y(arrow.round()),
                    x(arrow.dest()),
                    y(arrow.round() + 1) - 4,
                    "stroke=\"#1b4f9c\" stroke-width=\"1.5\" marker-end=\"url(#tip)\""));
        }
        return svg.append("</svg>\n").toString();
    }

    private static int x(int rank) {
        return LEFT + COLUMN / 2 + rank * COLUMN;
    }

    private static int y(int round) {
        return TOP + round * ROW;
    }

    private static String line(int x1, int y1, int x2, int y2, String style) {
        return String.format(
                Locale.ROOT, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" %s/>%n", x1, y1, x2, y2, style);
    }

    private static String text(int x, int y, String anchor, String text) {
        return String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
