package org.javampi.continuations.programs;

import static org.javampi.continuations.Pause.at;
import static org.javampi.continuations.Pause.print;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Programs that make their call where they cannot be frozen. */
public final class Obstacles {
    private Obstacles() {}

    /** In a lambda that a collection calls. */
    public static final class ForEach {
        public static void run() {
            List.of(1, 2).forEach(value -> print(at(value)));
        }
    }

    /** In a stage of a stream. */
    public static final class Streams {
        public static void run() {
            print(IntStream.range(0, 3).map(value -> at(value)).sum());
        }
    }

    /** In a comparator. */
    public static final class Sorting {
        public static void run() {
            Integer[] values = {3, 1, 2};
            Arrays.sort(values, (a, b) -> at(a) - at(b));
            print(values[0]);
        }
    }

    /** In a method that a library calls by its name. */
    public static final class Reflection {
        public static void called() {
            print(at(1));
        }

        public static void run() throws Exception {
            Reflection.class.getMethod("called").invoke(null);
        }
    }

    /** In toString, in a text that is put together. */
    public static final class Text {
        @Override
        public String toString() {
            return "text " + at(1);
        }

        public static void run() {
            print("a " + new Text() + String.valueOf(2));
        }
    }

    /** While a class is initialised. */
    public static final class Initialising {
        static final class Late {
            static final int VALUE = at(5);
        }

        public static void run() {
            print(Late.VALUE);
        }
    }

    /** In a constructor that another one calls. */
    public static final class Super {
        static class Base {
            final int value;

            Base() {
                value = at(1);
            }
        }

        static final class Derived extends Base {}

        public static void run() {
            print(new Derived().value);
        }
    }

    /** In the arguments of a constructor's {@code this(...)}. */
    public static final class Arguments {
        final int value;

        Arguments(int value) {
            this.value = value;
        }

        Arguments() {
            this(at(3));
        }

        public static void run() {
            print(new Arguments().value);
        }
    }

    /** In a class that is found by a name that no class file has as one text. */
    public static final class ByName {
        public static void run() throws Exception {
            String name = ByName.class.getPackageName() + "." + new StringBuilder("ksaTneddiH").reverse();
            ((Runnable) Class.forName(name).getConstructor().newInstance()).run();
        }
    }
}
