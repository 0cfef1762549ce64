package org.javampi.conformance.freeze.programs;

import static org.javampi.MPI.*;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.io.StringReader;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.Formatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Programs that know nothing of checkpoints: what Java has, around calls of MPI. */
final class Language {
    private Language() {}

    private static long together(long value) {
        long[] sum = new long[1];
        MPI_Allreduce(new long[] {value}, sum, 1, MPI_LONG, MPI_SUM, MPI_COMM_WORLD);
        return sum[0];
    }

    /** A call in the middle of a recursion, with operands on the stack. */
    public static final class Recursion {
        static long fib(int n, long seed) {
            return n < 2 ? together(seed + n) % 1009 : fib(n - 1, seed + 1) + 3 * fib(n - 2, seed + n) % 7919;
        }

        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            for (int n = 3; n < 7; n++) {
                System.out.println("fib " + n + " = " + fib(n, rank));
            }
            MPI_Finalize();
        }
    }

    /** Collections half iterated. */
    public static final class Iterators {
        public static void main(String[] args) {
            MPI_Init(args);
            List<Integer> list = new ArrayList<>();
            Map<String, Integer> map = new HashMap<>();
            TreeMap<Integer, String> tree = new TreeMap<>();
            Map<String, Integer> linked = new LinkedHashMap<>();
            PriorityQueue<Integer> queue = new PriorityQueue<>();
            ArrayDeque<Integer> deque = new ArrayDeque<>();
            Map<Integer, Integer> concurrent = new ConcurrentHashMap<>();
            for (int i = 0; i < 12; i++) {
                list.add(i * 1000);
                map.put("key" + i * 7, i);
                tree.put(i * 37 % 13, "v" + i);
                linked.put("l" + (99 - i), i);
                queue.add(i * 31 % 17);
                deque.addFirst(i);
                concurrent.put(i * 1001, i);
            }
            long sum = 0;
            for (int a : list.subList(0, 3)) {
                Iterator<Map.Entry<String, Integer>> entries = map.entrySet().iterator();
                while (entries.hasNext()) {
                    Map.Entry<String, Integer> entry = entries.next();
                    sum = sum * 31
                            + together(entry.getValue() + a) % 10_007
                            + entry.getKey().length();
                }
            }
            System.out.println(sum);
            Iterator<Integer> removing = deque.iterator();
            while (removing.hasNext()) {
                int value = removing.next();
                together(value);
                if (value % 3 == 0) {
                    removing.remove();
                }
            }
            for (Map.Entry<Integer, String> entry : tree.descendingMap().entrySet()) {
                for (String key : new ArrayList<>(linked.keySet()).subList(0, 3)) {
                    sum = sum * 7 + together(key.length() + entry.getKey()) % 1009;
                }
                sum += entry.getValue().hashCode();
            }
            for (int key : concurrent.keySet()) {
                sum = sum * 3 + together(key) % 1009;
            }
            while (!queue.isEmpty()) {
                sum = sum * 3 + together(queue.poll());
            }
            System.out.println(sum + " " + deque + " " + list.subList(2, 5));
            MPI_Finalize();
        }
    }

    /** Keys that are known by their identity. */
    public static final class Identity {
        static final class Key {
            final int number;

            Key(int number) {
                this.number = number;
            }
        }

        enum Colour {
            RED,
            GREEN,
            BLUE;

            int used;
        }

        public static void main(String[] args) {
            MPI_Init(args);
            List<Key> keys = new ArrayList<>();
            Map<Key, Integer> map = new HashMap<>();
            Map<Object, Integer> identities = new IdentityHashMap<>();
            Map<Key, Integer> weak = new WeakHashMap<>();
            Set<Class<?>> classes = new HashSet<>(List.of(Key.class, Colour.class, String.class));
            Map<Colour, Integer> colours = new HashMap<>();
            EnumMap<Colour, String> names = new EnumMap<>(Colour.class);
            for (int i = 0; i < 12; i++) {
                Key key = new Key(i);
                keys.add(key);
                map.put(key, i);
                identities.put(key, -i);
                weak.put(key, i * i);
            }
            for (Colour colour : Colour.values()) {
                colours.put(colour, colour.ordinal());
                names.put(colour, colour.name().toLowerCase(Locale.ROOT));
            }
            // The order is this life's own: all entries must come, each once.
            long sum = 0;
            int seen = 0;
            for (Map.Entry<Key, Integer> entry : map.entrySet()) {
                together(seen++);
                sum += entry.getKey().number + entry.getValue();
            }
            for (Key key : keys) {
                sum = sum * 3 + map.get(key) + identities.get(key) + weak.get(key);
                sum += together(key.number) + classes.size();
                Colour colour = Colour.values()[key.number % 3];
                colour.used++;
                sum += colours.get(colour) + names.get(colour).length();
                sum += classes.contains(Key.class) && classes.contains(Colour.class) ? 1 : 0;
            }
            System.out.println(seen + " " + sum + " " + Colour.GREEN.used + " " + names + " " + Colour.valueOf("BLUE"));
            MPI_Finalize();
        }
    }

    /** Lambdas that are kept, and that call MPI themselves. */
    public static final class Lambdas {
        interface Step {
            long apply(long value);
        }

        static long twice(long value) {
            return 2 * together(value);
        }

        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            long[] shared = {0};
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                int number = i;
                steps.add(value -> {
                    shared[0] += number;
                    return value * number + together(value + rank) % 1009;
                });
            }
            steps.add(Lambdas::twice);
            StringBuilder text = new StringBuilder();
            Supplier<Integer> length = text::length;
            Supplier<List<Integer>> maker = ArrayList::new;
            List<Integer> made = maker.get();
            List<String> words = new ArrayList<>(List.of("pear", "fig", "apple"));
            words.sort((a, b) -> a.length() - b.length());
            long value = 1;
            for (int round = 0; round < 6; round++) {
                for (Step step : steps) {
                    value = step.apply(value) % 1_000_003;
                    text.append('x');
                    made.add(length.get());
                }
            }
            System.out.println(value + " " + shared[0] + " " + made.get(made.size() - 1) + " " + words);
            MPI_Finalize();
        }
    }

    /** Statics of classes that are initialised at different times. */
    public static final class Statics {
        static final List<String> LOG = new ArrayList<>();
        static final long START = 17 + LOG.size();
        static int counter;

        static final class Late {
            static final int[] TABLE = new int[10];
            static String state = "late";

            static {
                LOG.add("Late is initialised at " + counter);
            }
        }

        static final class Later {
            static final List<Integer> NUMBERS = new ArrayList<>(List.of(1, 2, 3));

            static {
                LOG.add("Later is initialised at " + counter);
            }
        }

        public static void main(String[] args) {
            MPI_Init(args);
            for (counter = 0; counter < 40; counter++) {
                together(counter);
                if (counter > 12) {
                    Late.TABLE[counter % 10] += counter;
                    Late.state = "at " + counter;
                }
                if (counter > 26) {
                    Later.NUMBERS.add(counter);
                }
            }
            System.out.println(
                    LOG + " " + START + " " + Arrays.toString(Late.TABLE) + Late.state + " " + Later.NUMBERS.size());
            MPI_Finalize();
        }
    }

    /** Calls in try, catch and finally, with an exception in flight. */
    public static final class Exceptions {
        static long risky(int i) throws Exception {
            try {
                if (together(i) % 2 == i % 2) {
                    throw new IllegalArgumentException("odd " + i);
                }
                return together(i + 1);
            } catch (IllegalArgumentException e) {
                long sum = together(i + 2);
                throw new Exception(e.getMessage() + " " + sum, e);
            } finally {
                together(i + 3);
            }
        }

        public static void main(String[] args) {
            MPI_Init(args);
            long sum = 0;
            String last = "";
            for (int i = 0; i < 10; i++) {
                try {
                    sum = sum * 3 + risky(i) % 1009;
                } catch (Exception e) {
                    together(i);
                    last = e.getMessage() + " in " + e.getStackTrace()[0].getMethodName() + " because of "
                            + e.getCause().getClass().getSimpleName() + " in "
                            + e.getCause().getStackTrace()[0].getMethodName() + e.getSuppressed().length;
                    sum += last.length();
                }
            }
            System.out.println(sum + " " + last);
            MPI_Finalize();
        }
    }

    /** Records, sealed types, switches. */
    public static final class Shapes {
        sealed interface Shape permits Circle, Box {}

        record Circle(double radius) implements Shape {}

        record Box(double width, double height) implements Shape {
            Box {
                if (width < 0) {
                    throw new IllegalArgumentException();
                }
            }
        }

        static double area(Shape shape) {
            double scale = together(1);
            if (shape instanceof Circle circle) {
                return circle.radius() * circle.radius() * scale;
            }
            Box box = (Box) shape;
            return box.width() * box.height() * scale;
        }

        public static void main(String[] args) {
            MPI_Init(args);
            List<Shape> shapes = new ArrayList<>();
            Set<Shape> different = new HashSet<>();
            for (int i = 0; i < 12; i++) {
                Shape shape = i % 2 == 0 ? new Circle(i % 5) : new Box(i % 4, 2);
                shapes.add(shape);
                different.add(shape);
            }
            double sum = 0;
            for (Shape shape : shapes) {
                sum += area(shape)
                        + switch (shape.getClass().getSimpleName()) {
                            case "Circle" -> together(2);
                            default -> together(3) * 0.5;
                        };
                sum += different.contains(shape) ? 1 : 0;
            }
            System.out.println(sum + " " + different.size() + " " + shapes.get(3));
            MPI_Finalize();
        }
    }

    /** Texts, numbers and other values, and which of them are the same objects. */
    public static final class Values {
        public static void main(String[] args) {
            MPI_Init(args);
            String literal = "literal";
            Integer small = 100;
            Boolean truth = true;
            StringBuilder text = new StringBuilder();
            Random random = new Random(42);
            BigInteger big = BigInteger.ONE;
            LocalDate date = LocalDate.of(2026, 1, 31);
            Optional<String> none = Optional.empty();
            Optional<String> some = Optional.of("some");
            Scanner scanner =
                    new Scanner("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30");
            Matcher matcher = Pattern.compile("(\\w)(\\d)").matcher("a1 b2 c3 d4 e5 f6 g7 h8 i9 j1 k2 l3 m4 n5 o6 p7");
            Locale locale = Locale.FRANCE;
            List<Integer> fixed = List.of(1, 2, 3);
            Map<String, Integer> unmodifiable = Collections.unmodifiableMap(new TreeMap<>(Map.of("a", 1, "b", 2)));
            AtomicLong atomic = new AtomicLong();
            Object[] mixed = {literal, small, text, null, new int[] {1}, new long[2][3]};
            long sum = 0;
            for (int i = 0; i < 16; i++) {
                sum = sum * 3 + together(random.nextInt(1000)) % 10_007;
                text.append(i)
                        .append(literal == "literal" ? 'l' : '-')
                        .append(small == Integer.valueOf(100) ? 's' : '-');
                text.append(truth == Boolean.TRUE ? 't' : '-')
                        .append(none.equals(Optional.empty()) && (Object) none == Optional.empty() ? 'n' : '-');
                text.append(mixed[0] == literal && mixed[2] == text ? 'm' : '-');
                big = big.multiply(BigInteger.valueOf(i + 3));
                date = date.plusMonths(1);
                sum += scanner.hasNextInt() ? scanner.nextInt() : 0;
                sum += matcher.find() ? matcher.group(2).charAt(0) : 0;
                atomic.addAndGet(i);
                ((int[]) mixed[4])[0]++;
            }
            System.out.println(
                    sum + " " + text.substring(0, 30) + text.toString().hashCode() + " " + big + " " + date);
            System.out.println(some.get() + " " + locale.getCountry() + " " + fixed + unmodifiable + atomic
                    + ((int[]) mixed[4])[0] + String.format(Locale.ROOT, " %.3f", random.nextGaussian()));
            MPI_Finalize();
        }
    }

    /** Monitors and locks that are held in a call. */
    public static final class Locks {
        private final Object lock = new Object();
        private final ReentrantLock fair = new ReentrantLock(true);
        private long value;

        synchronized long locked(int i) {
            synchronized (lock) {
                value += together(i);
            }
            fair.lock();
            try {
                return together(value) + (fair.isHeldByCurrentThread() && Thread.holdsLock(this) ? 1 : 0);
            } finally {
                fair.unlock();
            }
        }

        public static void main(String[] args) {
            MPI_Init(args);
            Locks locks = new Locks();
            long sum = 0;
            for (int i = 0; i < 12; i++) {
                sum = sum * 3 + locks.locked(i) % 1009;
            }
            System.out.println(sum + " " + locks.fair.isLocked());
            MPI_Finalize();
        }
    }

    /** Calls in constructors, inner and anonymous classes. */
    public static final class Constructors {
        abstract static class Base {
            final long first = together(1);
            long second;

            Base(int i) {
                second = together(i) + first;
            }

            abstract long third();
        }

        static final class Derived extends Base {
            private final long own;

            Derived(int i, long argument) {
                super(i);
                own = together(argument % 1009) + second;
            }

            @Override
            long third() {
                return own + together(2);
            }
        }

        final class Inner {
            long outer() {
                return together(number++);
            }
        }

        private long number;

        public static void main(String[] args) {
            MPI_Init(args);
            Constructors outer = new Constructors();
            long sum = 0;
            for (int i = 0; i < 200; i++) {
                Base base = new Derived(i, together(i));
                int captured = i;
                Base anonymous = new Base(i) {
                    @Override
                    long third() {
                        return together(captured) + first;
                    }
                };
                sum = sum * 3 + base.third() % 1009 + anonymous.third() + outer.new Inner().outer();
            }
            System.out.println(sum + " " + outer.number);
            MPI_Finalize();
        }
    }

    /** Values of the thread, and properties of the JVM that the program has set. */
    public static final class Surroundings {
        static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 5);

        public static void main(String[] args) throws InterruptedException {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            Thread ended = new Thread(() -> COUNT.set(1), "ended");
            ended.start();
            ended.join();
            long sum = 0;
            for (int i = 0; i < 20; i++) {
                COUNT.set(COUNT.get() + 1);
                sum += together(COUNT.get());
                System.setProperty("surroundings." + rank, "value " + i);
            }
            System.out.println(sum + " " + COUNT.get() + " " + System.getProperty("surroundings." + rank) + " "
                    + ended.isAlive() + " " + Thread.currentThread().getName().length());
            MPI_Finalize();
        }
    }

    /** Objects of the JDK's libraries, each in the middle of its work. */
    public static final class Library {
        static final Logger LOG = Logger.getLogger("org.javampi.conformance.freeze");

        public static void main(String[] args) throws Exception {
            MPI_Init(args);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            CRC32 sum = new CRC32();
            File file = new File("a/b");
            Path path = Path.of("a", "b");
            DecimalFormat decimals = new DecimalFormat("0.000", DecimalFormatSymbols.getInstance(Locale.GERMANY));
            SimpleDateFormat dates = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);
            dates.setTimeZone(TimeZone.getTimeZone("UTC"));
            DateTimeFormatter moments = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
            BufferedReader reader = new BufferedReader(new StringReader("one\ntwo\nthree\nfour\nfive\nsix\n"), 4);
            StringTokenizer tokens = new StringTokenizer("a b c d e f g h");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PrintStream printer = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            Formatter formatter = new Formatter(Locale.ROOT);
            BitSet bits = new BitSet();
            SplittableRandom split = new SplittableRandom(5);
            Semaphore permits = new Semaphore(5);
            CountDownLatch latch = new CountDownLatch(20);
            CompletableFuture<String> future = new CompletableFuture<>();
            AtomicReference<UUID> reference = new AtomicReference<>(new UUID(1, 2));
            URI uri = URI.create("http://example.org/a?b=c");
            Properties properties = new Properties();
            StringJoiner joiner = new StringJoiner(",", "[", "]");
            ZonedDateTime moment = ZonedDateTime.of(2026, 11, 30, 1, 2, 3, 4_000_000, ZoneId.of("Europe/Berlin"));
            Collator collator = Collator.getInstance(Locale.FRENCH);
            CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
            BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
            ConcurrentSkipListMap<String, Integer> skips = new ConcurrentSkipListMap<>();
            CopyOnWriteArrayList<Integer> copies = new CopyOnWriteArrayList<>(List.of(1, 2, 3));
            OptionalInt maybe = OptionalInt.of(4);
            Duration duration = Duration.ZERO;
            for (int i = 0; i < 6; i++) {
                long all = together(i);
                digest.update((byte) all);
                sum.update((int) all);
                printer.print(reader.readLine() + tokens.nextToken());
                formatter.format("%05.2f|", all / 3.0);
                bits.set(i * 3);
                permits.acquire(i % 2);
                latch.countDown();
                properties.setProperty("key" + i, Long.toString(all));
                joiner.add(decimals.format(all / 7.0));
                moment = moment.plusHours(i + all);
                queue.add((int) all);
                skips.put(moments.format(moment), i);
                copies.add(split.nextInt(100));
                duration = duration.plusMillis(all);
            }
            future.complete("done");
            System.out.println(HexFormat.of().formatHex(digest.digest()) + " " + sum.getValue() + " " + file + path
                    + dates.format(new Date(86_400_000L)) + bytes + formatter + bits + permits.availablePermits()
                    + latch.getCount() + future.join() + reference + uri.getQuery() + new TreeMap<>(properties)
                    + joiner);
            System.out.println(moment + " " + collator.compare("cote", "c\u00f4te") + encoder.charset() + queue + skips
                    + copies + maybe + duration + LOG.getName() + (LOG == Logger.getLogger(LOG.getName())));
            MPI_Finalize();
        }
    }
}
