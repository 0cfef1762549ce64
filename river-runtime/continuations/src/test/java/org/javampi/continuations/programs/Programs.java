package org.javampi.continuations.programs;

import static org.javampi.continuations.Pause.at;
import static org.javampi.continuations.Pause.print;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Programs that know nothing of being frozen. Each prints what it computes. */
public final class Programs {
    private Programs() {}

    /** Recursion, with a value below each call on the stack. */
    public static final class Recursion {
        static int fibonacci(int n) {
            return n < 2 ? at(n) : fibonacci(n - 1) + fibonacci(n - 2);
        }

        static long deep(int n) {
            return n == 0 ? at(1) : 3L * n + deep(n - 1);
        }

        public static void run() {
            print(fibonacci(6));
            print(deep(20));
        }
    }

    /** Loops half done, with break and continue to labels. */
    public static final class Loops {
        public static void run() {
            int sum = 0;
            outer:
            for (int i = 0; i < 5; i++) {
                int j = 0;
                do {
                    sum += at(i) * j;
                    if (j == 3) {
                        continue outer;
                    }
                    while (sum > 1000) {
                        sum -= at(7);
                        break outer;
                    }
                } while (at(++j) < 5);
            }
            print(sum);
            for (; ; ) {
                if (at(sum) > 3) {
                    break;
                }
            }
        }
    }

    /** Locals and operands of each type, on both sides of a call. */
    public static final class Types {
        static double mix(
                byte b,
                short s,
                char c,
                boolean z,
                int i,
                long l,
                float f,
                double d,
                Object o,
                int[] array,
                long[][] deep) {
            double first = l * at(i) + d / at(2) - f * at(3);
            long shifted = (l << at(3)) ^ b ^ (s + at(1)) ^ c;
            float quotient = f / at(4);
            double all = first + shifted + quotient + (z ? at(1) : at(0)) + array[at(1)] + deep[at(0)][at(1)];
            return all + o.hashCode() + at(l, "text", d, array, f, b, c, z, s);
        }

        public static void run() {
            byte b = -7;
            short s = -30000;
            char c = '\uffee';
            boolean z = at(1) == 1;
            long l = Long.MIN_VALUE + at(12);
            float f = Float.intBitsToFloat(0x7fc12345);
            double d = Double.longBitsToDouble(0x7ff8000000012345L);
            print(Float.floatToRawIntBits(f) + " " + Double.doubleToRawLongBits(d));
            print(at(1) + Float.floatToRawIntBits(f) + " " + (at(1) + Double.doubleToRawLongBits(d)));
            print(mix(b, s, c, z, 5, l, 1.5f, 2.25, "object", new int[] {4, 5}, new long[][] {{6, 7}}));
            String none = null;
            print(at(1) + " " + none + l + f + d + c + z);
        }
    }

    /** Switches on numbers, texts and enums, old and new form, and a switch that is an operand. */
    public static final class Switches {
        enum Colour {
            RED,
            GREEN
        }

        @SuppressWarnings("fallthrough")
        static int of(String text) {
            switch (text) {
                case "a":
                    return at(1);
                case "bb":
                    at(2);
                // falls through
                default:
                    return at(3);
            }
        }

        public static void run() {
            for (int i = 0; i < 4; i++) {
                int value = 10 * i
                        + switch (at(i)) {
                            case 0 -> at(5);
                            case 1, 2 -> {
                                int twice = at(i) * 2;
                                yield twice + at(1);
                            }
                            default -> at(-1);
                        };
                print(value);
            }
            print(of("a") + of("bb") + of("c"));
            for (Colour colour : Colour.values()) {
                print(
                        switch (colour) {
                            case RED -> at(1);
                            case GREEN -> at(2);
                        });
            }
        }
    }

    /** Calls as arguments of calls, chains of conditions, compound assignments to elements. */
    public static final class Nested {
        static int add(int a, int b, int c) {
            return at(a) + at(b) + at(c);
        }

        public static void run() {
            print(add(add(at(1), 2, at(3)), add(4, at(5), 6), at(add(7, 8, 9))));
            int[] array = {1, 2, 3};
            array[at(1)] += at(10);
            array[at(2)]++;
            array[at(0)] = array[at(1)]-- - at(1);
            print(array[0] + " " + array[1] + " " + array[2]);
            print(at(1) == 1 && at(2) == 3 || at(4) == 4);
            long[] longs = {5};
            longs[at(0)] += at(3) * 2L;
            print(longs[0]);
        }
    }

    /** Exceptions that are thrown across calls, and blocks that are under way. */
    public static final class Exceptions {
        static int fail(int value) {
            if (at(value) > 1) {
                throw new IllegalArgumentException("value " + at(value));
            }
            return value;
        }

        static int guarded(int value) {
            int done = 0;
            try {
                done = at(1);
                done += fail(value);
                return done + at(100);
            } catch (IllegalArgumentException e) {
                int length = e.getMessage().length() + at(1);
                print(e.getMessage() + at(2) + " at " + e.getStackTrace()[0].getMethodName());
                return length;
            } finally {
                print("finally " + at(done));
                done = at(7);
            }
        }

        static int rethrown(int value) throws Exception {
            try {
                return fail(value);
            } catch (RuntimeException e) {
                at(3);
                throw new Exception("again", e);
            } finally {
                for (int i = 0; i < 2; i++) {
                    print("finally " + at(i));
                }
            }
        }

        static final class Closing implements AutoCloseable, Serializable {
            private static final long serialVersionUID = 1;

            @Override
            public void close() {
                print("closed " + at(1));
                throw new IllegalStateException("from close");
            }
        }

        public static void run() throws Exception {
            print(guarded(1));
            print(guarded(2));
            try {
                rethrown(2);
            } catch (Exception e) {
                print(e.getMessage() + " " + e.getCause().getMessage() + at(4));
            }
            try (Closing closing = new Closing()) {
                print(at(5) + " " + (closing != null));
                throw new IllegalArgumentException("from body");
            } catch (RuntimeException e) {
                print(e.getMessage() + e.getSuppressed().length + at(6));
            }
            try {
                try {
                    at(1);
                    throw new Error("e");
                } finally {
                    at(2);
                }
            } catch (Throwable all) {
                print("caught " + all.getMessage());
            }
        }
    }

    /** Objects that are made by references to their constructors. */
    public static final class ConstructorReferences {
        static final class Part {
            final long value;
            final Part self;

            Part() {
                self = this;
                value = at(3);
            }

            Part(long value) {
                self = this;
                this.value = value * 2 + at((int) value);
            }

            Part(int[] values, long more) {
                long sum = at(values[0]);
                for (int part : values) {
                    sum += part * more + at(1);
                }
                value = sum;
                self = this;
            }
        }

        interface Factory {
            Part make(int[] values, Long more);

            static Factory standard() {
                return Part::new;
            }
        }

        final class Inner {
            final int value = outer + at(4);
        }

        final int outer = 70;

        public static void run() {
            Supplier<Part> none = Part::new;
            LongFunction<Part> one = Part::new;
            print(none.get().value);
            Part part = one.apply(at(5));
            print(part.value + " " + (part.self == part));
            Part made = Factory.standard().make(new int[] {at(1), 2, 3}, 4L);
            print(made.value + " " + (made.self == made));
            print(new ConstructorReferences().inner().value);
        }

        Inner inner() {
            Supplier<Inner> maker = Inner::new;
            return maker.get();
        }
    }

    /** Lambdas and method references that the program calls itself. */
    public static final class Lambdas {
        final int base = 100;

        int based(int value) {
            return base + at(value);
        }

        static int apply(IntBinaryOperator operator, int a, int b) {
            return operator.applyAsInt(at(a), at(b));
        }

        static <T> T get(Supplier<T> supplier) {
            return supplier.get();
        }

        public static void run() {
            int captured = at(5);
            IntBinaryOperator product = (a, b) -> at(a) * b + at(captured);
            print(apply(product, 3, 4));
            IntUnaryOperator bound = new Lambdas()::based;
            print(bound.applyAsInt(at(7)));
            Supplier<Supplier<String>> nested = () -> () -> "inner " + at(captured);
            print(get(get(nested)::get));
            Runnable[] all = {() -> print(at(1)), () -> print(at(2))};
            for (Runnable one : all) {
                one.run();
            }
            IntUnaryOperator direct = org.javampi.continuations.Pause::at;
            print(direct.applyAsInt(9));
        }
    }

    /** Inner, local and anonymous classes, and their captured variables. */
    public static final class Inner implements Serializable {
        private static final long serialVersionUID = 1;

        int count;

        class Counter implements Serializable {
            private static final long serialVersionUID = 1;

            int next() {
                count += at(1);
                return count;
            }
        }

        abstract static class Shape implements Serializable {
            private static final long serialVersionUID = 1;

            abstract int area();

            int twice() {
                return area() * at(2);
            }
        }

        public static void run() {
            Inner outer = new Inner();
            Counter counter = outer.new Counter();
            print(counter.next() + counter.next() * 10);
            int side = at(4);
            Shape shape = new Shape() {
                private static final long serialVersionUID = 1;

                @Override
                int area() {
                    return side * at(side) + outer.count;
                }
            };
            print(shape.twice());
            class Local extends Shape {
                private static final long serialVersionUID = 1;

                @Override
                int area() {
                    return at(side);
                }

                @Override
                int twice() {
                    return super.twice() + at(1);
                }
            }
            print(new Local().twice());
        }
    }

    /** Records, and patterns. */
    public static final class Records {
        record Point(int x, long y) implements Serializable {
            Point {
                if (x < 0) {
                    throw new IllegalArgumentException("x " + x);
                }
            }

            long norm() {
                return at(x) * x + y * at((int) y);
            }
        }

        record Counted(int n, String name, boolean known) implements Serializable {
            Counted(int n) {
                this(n, "n" + n, true);
                at(n);
            }

            Counted {
                n = Math.abs(n);
            }
        }

        public static void run() {
            Point point = new Point(at(3), at(4));
            print(point.norm() + " " + point);
            Object any = point;
            if (any instanceof Point p && at(1) == 1) {
                print(p.x() + at(1) + p.y());
            }
            print(new Counted(5));
        }
    }

    /** A record whose constructor makes calls. */
    public static final class MadeRecords {
        record Made(int n, String name) {
            Made {
                n += at(1);
                name += at(n);
            }
        }

        public static void run() {
            print(new Made(at(5), "made"));
        }
    }

    /** Collections half iterated. */
    public static final class Collections {
        public static void run() {
            List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
            Map<String, List<Integer>> map = new HashMap<>();
            for (int value : list) {
                map.computeIfAbsent("k" + at(value) % 2, key -> new ArrayList<>())
                        .add(at(value));
            }
            for (Map.Entry<String, List<Integer>> entry : map.entrySet()) {
                for (Iterator<Integer> i = entry.getValue().iterator(); i.hasNext(); ) {
                    int value = i.next();
                    if (at(value) == 3) {
                        i.remove();
                    }
                    print(entry.getKey() + at(value));
                }
            }
            print(map);
            Scanner scanner = new Scanner("1 2 three");
            while (scanner.hasNextInt()) {
                print(scanner.nextInt() + at(1));
            }
            print(scanner.next());
        }
    }

    /** Text put together, arguments of variable number, bridges of generic methods. */
    public static final class Texts {
        interface Shaper<T extends Comparable<T>> {
            T shape(T value);
        }

        static final class Doubler implements Shaper<String>, Serializable {
            private static final long serialVersionUID = 1;

            @Override
            public String shape(String value) {
                return value + at(value.length()) + value;
            }
        }

        static String join(String separator, Object... parts) {
            StringBuilder text = new StringBuilder();
            for (Object part : parts) {
                text.append(part).append(separator).append(at(parts.length));
            }
            return text.toString();
        }

        static <T extends Comparable<T>> T shaped(Shaper<T> shaper, T value) {
            return shaper.shape(shaper.shape(value));
        }

        public static void run() {
            String text = "a" + at(1) + 'b' + at(2) + 3L + at(3) + 4.5;
            text += at(4);
            print(text);
            print(join("-", at(1), "two", (long) at(3), new int[at(2)].length));
            print(shaped(new Doubler(), "x"));
        }
    }

    /** Constructors that make calls, and calls among a constructor's arguments. */
    public static final class Constructors {
        static class Base implements Serializable {
            private static final long serialVersionUID = 1;

            final int a;
            protected String log = "";

            Base(int a) {
                this.a = a + 0;
            }
        }

        static class Middle extends Base {
            private static final long serialVersionUID = 1;

            final long b;
            final int[] array = {at(1), at(2)};
            Middle child;

            Middle(int a, long b, String name) {
                super(a);
                log += name + at(1);
                this.b = b + at(a);
                for (int i = 0; i < array.length; i++) {
                    array[i] += at(i);
                }
                if (a > 0) {
                    child = new Middle(at(a) - 1, b, name + "/");
                }
                try {
                    log += at(2);
                } finally {
                    log += ";" + at(3);
                }
            }

            Middle(String name) {
                this(1, 2L, name);
                log += at(8);
            }

            @Override
            public String toString() {
                return a + " " + b + " " + array[0] + array[1] + log + " [" + child + "]";
            }
        }

        static int initialised;

        static class Noted {
            static {
                print("Noted is initialised, " + initialised);
            }

            final int value;

            Noted(int value, boolean other, double third) {
                this.value = value;
            }
        }

        public static void run() {
            print(new Middle(2, 10L, "x"));
            int below = 100;
            print(below + new Middle(at(0), at(1) > 0 ? at(5) : at(6), "n" + at(3)).array[at(1)] * at(2));
            new Middle(0, 1, "unused");
            print(new Noted(at(1), at(2) == 2, new Noted(at(3), false, at(4)).value).value);
        }
    }

    /** The same, where only one of several constructors may be left. */
    public static final class Chained {
        static final class Node implements Serializable {
            private static final long serialVersionUID = 1;

            final Node next;
            final int value;

            Node(int depth) {
                value = at(depth);
                next = depth == 0 ? null : new Node(depth - 1);
            }
        }

        public static void run() {
            int sum = 0;
            for (Node node = new Node(5); node != null; node = node.next) {
                sum = 10 * sum + node.value;
            }
            print(sum);
        }
    }

    /** Monitors that are held across a call. */
    public static final class Monitors implements Serializable {
        private static final long serialVersionUID = 1;

        private final int[] lock = new int[1];

        synchronized int whole(int value) {
            print(Thread.holdsLock(this));
            int got = at(value);
            print(Thread.holdsLock(this));
            return got;
        }

        int blocks() {
            int sum = 0;
            synchronized (lock) {
                sum += at(1);
                synchronized (this) {
                    sum += at(2) + whole(3);
                    print(Thread.holdsLock(lock) + " " + Thread.holdsLock(this));
                    try {
                        at(3);
                        throw new IllegalStateException();
                    } catch (IllegalStateException e) {
                        sum += at(4);
                    }
                }
                print(Thread.holdsLock(lock) + " " + Thread.holdsLock(this));
                sum += at(5);
            }
            print(Thread.holdsLock(lock) + " " + Thread.holdsLock(this));
            return sum;
        }

        public static void run() {
            print(new Monitors().blocks());
        }
    }

    /** Identity: two locals that are one object are one object afterwards. */
    public static final class Identity {
        public static void run() {
            int[] one = {1};
            int[] other = one;
            Object[] cycle = new Object[1];
            cycle[0] = cycle;
            at(1);
            other[0] = at(2);
            print(one[0] + " " + (one == other) + " " + (cycle[0] == cycle));
        }
    }

    /** Locals that are not needed any more are not saved. */
    public static final class Dead {
        public static void run() {
            Thread thread = Thread.currentThread();
            print(thread != null);
            at(1);
            {
                Object block = new Object();
                print(block != null);
            }
            int later = at(2);
            print(later);
        }
    }
}
