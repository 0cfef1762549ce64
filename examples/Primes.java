import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.javampi.river.sleigh.Sleigh;

/**
 * A prime sieve by workers that wait for one another: the numbers are dealt in chunks, and a chunk needs the primes of
 * earlier ones. It waits for them in the workers' workspace. Start it with {@code ./river run examples/Primes.java 100000}.
 */
public class Primes {
    private static final int CHUNK = 5_000;

    /** The primes from {@code from} on, to the end of its chunk or the limit. */
    static ArrayList<Integer> sieve(int from, int limit) {
        int end = Math.min(limit + 1, from + CHUNK);
        boolean[] composite = new boolean[end - from];
        for (int earlier = 2; earlier < from && (long) earlier * earlier < end; earlier += CHUNK) {
            List<Integer> primes = Sleigh.userNws().find("primes from " + earlier);
            primes.forEach(prime -> strike(composite, from, prime));
        }
        ArrayList<Integer> own = new ArrayList<>();
        for (int n = from; n < end; n++) {
            if (!composite[n - from]) {
                own.add(n);
                strike(composite, from, n);
            }
        }
        Sleigh.userNws().store("primes from " + from, own);
        return own;
    }

    private static void strike(boolean[] composite, int from, int prime) {
        long first = Math.max((long) prime * prime, ((long) from + prime - 1) / prime * prime);
        for (long n = first; n < (long) from + composite.length; n += prime) {
            composite[(int) (n - from)] = true;
        }
    }

    public static void main(String[] args) {
        int limit = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        List<Integer> starts = IntStream.iterate(2, from -> from <= limit, from -> from + CHUNK)
                .boxed()
                .toList();
        try (Sleigh sleigh = Sleigh.workers(3).start()) {
            List<ArrayList<Integer>> found =
                    sleigh.eachElem(a -> sieve((int) a[0], (int) a[1]), List.of(starts), List.of(limit));
            int count = found.stream().mapToInt(List::size).sum();
            List<Integer> last = found.get(found.size() - 1);
            System.out.println(count + " primes to " + limit + ", the last one is " + last.get(last.size() - 1));
        }
    }
}
