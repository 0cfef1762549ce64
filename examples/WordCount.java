import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.javampi.river.mapreduce.MapReduce;
import org.javampi.river.trickle.Trickle;

/**
 * Counts the words of files or folders on virtual machines: {@code ./river run examples/WordCount.java docs}. It prints the
 * ten most frequent ones. Kill a VM while it runs: the counts stay the same.
 */
public class WordCount {
    public static void main(String[] args) {
        try (Trickle t = Trickle.connect(2)) {
            Map<String, Long> counts = MapReduce.<String, String, String, Long, Long>on(t)
                    .input(Path.of(args.length > 0 ? args[0] : "docs"))
                    .map((path, line, out) -> {
                        for (String word : line.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
                            if (!word.isEmpty()) {
                                out.accept(word, 1L);
                            }
                        }
                    })
                    .combine((word, ones) -> sum(ones)) // on the VM that maps: less has to travel
                    .reduce((word, sums) -> sum(sums))
                    .run();
            System.out.println(counts.size() + " words, " + sum(counts.values()) + " in all");
            counts.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .limit(10)
                    .forEach(entry -> System.out.println(entry.getValue() + " " + entry.getKey()));
        }
    }

    private static long sum(Iterable<Long> values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
