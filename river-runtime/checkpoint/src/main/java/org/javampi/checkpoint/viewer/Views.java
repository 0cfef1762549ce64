package org.javampi.checkpoint.viewer;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.javampi.checkpoint.viewer.View.Leaf;
import org.javampi.checkpoint.viewer.View.Member;
import org.javampi.checkpoint.viewer.View.Numbers;
import org.javampi.checkpoint.viewer.View.Whole;

/**
 * Shows nodes as people think of them: the JDK's collections by their elements, boxes by their
 * values, javampi's stand-ins by what they stand for, all else by its fields.
 */
final class Views {
    private static final int SHOWN_BYTES = 16;
    private static final Set<String> BOXES = Set.of(
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong");

    private final SavedArrays arrays;
    private final Notation notation;

    Views(SavedArrays arrays, Notation notation) {
        this.arrays = arrays;
        this.notation = notation;
    }

    View of(Node node) {
        Leaf leaf = leaf(node);
        if (leaf != null) {
            return leaf;
        }
        if (node instanceof Node.Stored stored) {
            SavedArray array = arrays.get(stored.array());
            return array == null
                    ? new Leaf("array " + stored.array() + ", which the file does not have")
                    : new Numbers(stored.array(), array);
        } else if (node instanceof Node.Sequence sequence) {
            String type = name(sequence.type());
            String title = type.substring(0, type.length() - 2);
            int dimension = title.indexOf('[');
            String length = "[" + sequence.elements().size() + "]";
            title = dimension < 0
                    ? title + length
                    : title.substring(0, dimension) + length + title.substring(dimension);
            return new Whole(title, indexed(sequence.elements()), false);
        } else if (node instanceof Node.Instance instance) {
            return of(instance);
        }
        throw new IllegalStateException("a node of unknown kind: " + node);
    }

    /** Nodes without members, or null; never looks into others. */
    private static Leaf leaf(Node node) {
        if (node == Node.Nothing.NULL) {
            return new Leaf("null");
        } else if (node instanceof Node.Primitive primitive) {
            return new Leaf(Leaves.of(primitive.value()));
        } else if (node instanceof Node.Text text) {
            return new Leaf(Leaves.quoted(text.text()));
        } else if (node instanceof Node.Constant constant) {
            return new Leaf(constant.name());
        } else if (node instanceof Node.Type type) {
            return new Leaf(type.type() == null ? "null" : "class " + name(type.type()));
        } else if (node instanceof Node.Block block) {
            return new Leaf(bytes(block.bytes()));
        } else if (node instanceof Node.Instance instance) {
            return box(instance);
        }
        return null;
    }

    private static Leaf box(Node.Instance instance) {
        String type = instance.type().name();
        if (type.equals("java.util.UUID")) {
            long most = number(instance.field("mostSigBits"));
            return new Leaf(new UUID(most, number(instance.field("leastSigBits"))).toString());
        }
        return BOXES.contains(type) && instance.field("value") instanceof Node.Primitive value
                ? new Leaf(Leaves.of(value.value()))
                : null;
    }

    /** Name of a class as in a program. */
    static String name(ClassDescription type) {
        String name = type.name();
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        if (dimensions == 0) {
            return name;
        }
        String element = name.substring(dimensions);
        String plain =
                switch (element.isEmpty() ? ' ' : element.charAt(0)) {
                    case 'Z' -> "boolean";
                    case 'B' -> "byte";
                    case 'C' -> "char";
                    case 'S' -> "short";
                    case 'I' -> "int";
                    case 'J' -> "long";
                    case 'F' -> "float";
                    case 'D' -> "double";
                    default -> element.replaceAll("^L|;$", "");
                };
        return plain + "[]".repeat(dimensions);
    }

    private static String bytes(byte[] bytes) {
        int shown = Math.min(bytes.length, SHOWN_BYTES);
        return bytes.length
                + " bytes "
                + HexFormat.of().formatHex(bytes, 0, shown)
                + (shown < bytes.length ? "..." : "");
    }

    private View of(Node.Instance instance) {
        String type = instance.type().name();
        String standIn = notation.standIn(type);
        if (standIn != null) {
            return reference(standIn, instance);
        }
        if (notation.isRuntime(type)) {
            return own(instance);
        }
        View known = type.startsWith("java.") ? known(type, instance) : null;
        return known != null ? known : new Whole(type, fields(instance), false);
    }

    private View reference(String kind, Node.Instance instance) {
        switch (kind) {
            case "ArrayReference":
                return of(new Node.Stored((int) number(instance.field("id"))));
            case "PredefinedReference":
                return instance.field("name") instanceof Node.Text text
                        ? new Leaf(text.text())
                        : new Leaf("a predefined handle");
            case "BufferReference":
                List<Member> members = new ArrayList<>();
                for (Member member : fields(instance)) {
                    members.add(
                            member.step().equals(".array")
                                    ? new Member(".array", new Node.Stored((int) number(member.node())))
                                    : member);
                }
                return new Whole("java.nio.ByteBuffer", members, false);
            default:
                return new Whole(kind, fields(instance), false);
        }
    }

    /** What belongs to MPI is named, and shown when its fields are asked for. */
    private View own(Node.Instance instance) {
        String type = instance.type().name();
        String simple = type.substring(type.lastIndexOf('.') + 1);
        if (simple.equals("Communicator")) {
            // What the program calls it, or else how it was made.
            simple = text(instance.field("name"), text(instance.field("origin"), simple));
        }
        return new Whole(simple, fields(instance), true);
    }

    private static String text(Node node, String otherwise) {
        return node instanceof Node.Text text && !text.text().isEmpty() ? text.text() : otherwise;
    }

    private static long number(Node node) {
        return node instanceof Node.Primitive p && p.value() instanceof Number n ? n.longValue() : -1;
    }

    /** A class of the JDK whose written form is known, or null. */
    private View known(String type, Node.Instance instance) {
        if (instance.parts().isEmpty()) {
            return null;
        }
        List<Node> extra = new ArrayList<>();
        for (Node.Part part : instance.parts()) {
            extra.addAll(part.extra());
        }
        // Sizes and capacities come as data before the elements.
        boolean sized = !extra.isEmpty() && extra.get(0) instanceof Node.Block;
        switch (type) {
            case "java.util.ArrayList",
                    "java.util.LinkedList",
                    "java.util.ArrayDeque",
                    "java.util.HashSet",
                    "java.util.LinkedHashSet",
                    "java.util.PriorityQueue":
                return sized ? elements(type, extra.subList(1, extra.size())) : null;
            case "java.util.TreeSet":
                // The comparator comes first.
                return extra.size() >= 2 && extra.get(1) instanceof Node.Block
                        ? elements(type, extra.subList(2, extra.size()))
                        : null;
            case "java.util.HashMap",
                    "java.util.LinkedHashMap",
                    "java.util.TreeMap",
                    "java.util.Hashtable",
                    "java.util.IdentityHashMap":
                return sized ? entries(type, extra.subList(1, extra.size())) : null;
            case "java.util.concurrent.ConcurrentHashMap":
                // Ends with two nulls.
                return extra.size() >= 2 ? entries(type, extra.subList(0, extra.size() - 2)) : null;
            case "java.util.ImmutableCollections$CollSer", "java.util.CollSer":
                return sized ? immutable(instance, extra.subList(1, extra.size())) : null;
            case "java.util.Arrays$ArrayList":
                return instance.field("a") instanceof Node.Sequence a ? elements("java.util.List", a.elements()) : null;
            case "java.util.Vector":
                return instance.field("elementData") instanceof Node.Sequence data
                        ? elements(type, head(data, number(instance.field("elementCount"))))
                        : null;
            default:
                return null;
        }
    }

    private static List<Node> head(Node.Sequence data, long count) {
        int size = data.elements().size();
        return data.elements().subList(0, (int) Math.max(0, Math.min(size, count)));
    }

    private View immutable(Node.Instance instance, List<Node> extra) {
        // Low byte of the tag: 1 a list, 2 a set, 3 a map, 4 a list with nulls.
        int kind = (int) number(instance.field("tag")) & 0xff;
        return switch (kind) {
            case 2 -> elements("java.util.Set", extra);
            case 3 -> entries("java.util.Map", extra);
            default -> elements("java.util.List", extra);
        };
    }

    private View elements(String type, List<Node> elements) {
        return new Whole(type + "[" + elements.size() + "]", indexed(elements), false);
    }

    private static List<Member> indexed(List<Node> elements) {
        List<Member> members = new ArrayList<>();
        for (Node element : elements) {
            members.add(new Member("[" + members.size() + "]", element));
        }
        return members;
    }

    private View entries(String type, List<Node> pairs) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            members.add(new Member("[" + key(pairs.get(i)) + "]", pairs.get(i + 1)));
        }
        return new Whole(type + "[" + members.size() + "]", members, false);
    }

    private static String key(Node node) {
        if (node instanceof Node.Text text) {
            return text.text();
        }
        Leaf leaf = leaf(node);
        if (leaf != null) {
            return leaf.text();
        }
        StringBuilder text = new StringBuilder();
        if (node instanceof Node.Instance instance) {
            // A record or the like: its values. Not more: keys may hold themselves.
            text.append(instance.type().name()).append('{');
            for (Member member : fields(instance)) {
                Leaf value = leaf(member.node());
                text.append(text.charAt(text.length() - 1) == '{' ? "" : ", ");
                text.append(value == null ? "..." : value.text());
            }
            return text.append('}').toString();
        }
        return "an array";
    }

    private static List<Member> fields(Node.Instance instance) {
        List<Member> members = new ArrayList<>();
        for (Node.Part part : instance.parts()) {
            for (Map.Entry<String, Node> field : part.fields().entrySet()) {
                members.add(new Member("." + field.getKey(), field.getValue()));
            }
            int i = 0;
            for (Node extra : part.extra()) {
                members.add(new Member(".written" + i++, extra));
            }
        }
        return members;
    }
}
