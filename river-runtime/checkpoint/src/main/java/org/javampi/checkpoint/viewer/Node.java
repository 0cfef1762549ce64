package org.javampi.checkpoint.viewer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One object or value of a graph that has been read without its classes. */
public sealed interface Node {
    /** No object. */
    enum Nothing implements Node {
        NULL
    }

    /** A primitive value: a Boolean, Byte, Character, Short, Integer, Long, Float or Double. */
    record Primitive(Object value) implements Node {}

    /** A string. */
    record Text(String text) implements Node {}

    /** A constant of an enum. */
    record Constant(ClassDescription type, String name) implements Node {}

    /** A class as a value. */
    record Type(ClassDescription type) implements Node {}

    /** Bytes that a class has written by itself. */
    record Block(byte[] bytes) implements Node {}

    /** A primitive array that is kept outside the graph, by its number. */
    record Stored(int array) implements Node {}

    /** What one class of an object's lineage has written. */
    final class Part {
        private final ClassDescription type;
        private final Map<String, Node> fields = new LinkedHashMap<>();
        private final List<Node> extra = new ArrayList<>();

        Part(ClassDescription type) {
            this.type = type;
        }

        /** Whose part it is. */
        public ClassDescription type() {
            return type;
        }

        /** Its fields by name. */
        public Map<String, Node> fields() {
            return fields;
        }

        /** What it has written besides: objects, and {@link Block}s. */
        public List<Node> extra() {
            return extra;
        }
    }

    /** An object: a part for each of its classes. Equal only to itself. */
    final class Instance implements Node {
        private final ClassDescription type;
        private final List<Part> parts = new ArrayList<>();

        Instance(ClassDescription type) {
            this.type = type;
        }

        /** Its class. */
        public ClassDescription type() {
            return type;
        }

        /** Topmost class first. */
        public List<Part> parts() {
            return parts;
        }

        /** Value of a field, looked for from its own class upwards, or null. */
        public Node field(String name) {
            for (int i = parts.size() - 1; i >= 0; i--) {
                Node value = parts.get(i).fields().get(name);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }
    }

    /** An array. Equal only to itself. */
    final class Sequence implements Node {
        private final ClassDescription type;
        private final List<Node> elements = new ArrayList<>();

        Sequence(ClassDescription type) {
            this.type = type;
        }

        /** Its class, such as {@code [Ljava.lang.String;}. */
        public ClassDescription type() {
            return type;
        }

        /** The elements. */
        public List<Node> elements() {
            return elements;
        }
    }
}
