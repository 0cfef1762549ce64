import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.javampi.river.parallel.AsyncResult;
import org.javampi.river.parallel.CompositeException;
import org.javampi.river.parallel.Engines;
import org.javampi.river.parallel.View;

/**
 * Engines: four namespaces in processes of their own, which do what they are told, together or some of them. Start it
 * with {@code ./river run examples/Interactive.java}.
 */
public class Interactive {
    public static void main(String[] args) throws Exception {
        try (Engines engines = Engines.connect(4)) {
            View all = engines.all();
            all.push("x", 10);
            all.scatter("a", IntStream.rangeClosed(1, 10).toArray());
            System.out.println("x = " + all.pull("x"));
            System.out.println("sums = "
                    + all.apply(ns -> IntStream.of((int[]) ns.get("a")).sum()));

            // Source is compiled here, once, and runs there; it sees what was pushed.
            all.execute("int y = x * a.length;");
            engines.targets(0).execute("y = -y;");
            System.out.println("y = " + all.pull("y"));

            System.out.println("squares = " + engines.balanced().map(i -> i * i, List.of(1, 2, 3, 4, 5)));
            AsyncResult<List<Integer>> later = all.applyAsync(ns -> 42);
            System.out.println("later = " + later.get(Duration.ofMinutes(1)));
            try {
                all.apply(ns -> 1 / (int) ns.getOrDefault("none", 0));
            } catch (CompositeException e) {
                System.out.println(e.failures().size() + " engines have failed: "
                        + e.getCause().getMessage());
            }
        }
    }
}
