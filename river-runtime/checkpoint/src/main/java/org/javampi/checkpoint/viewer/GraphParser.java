package org.javampi.checkpoint.viewer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what {@link java.io.ObjectOutputStream} writes into {@link Node}s, by the grammar of the
 * Java Object Serialization Specification (chapter 6), and trusts no byte of it: every loop reads
 * at least a byte, nothing is allocated for more than the stream still has, and objects may be
 * nested as deeply as they like.
 *
 * <p>One thing the stream does not tell: whether a class with a {@code writeObject} of its own has
 * written its fields as well. It is taken to have, and where the graph then makes no sense, not to
 * have.
 */
public final class GraphParser {
    /** With the version, which has always been 5. */
    private static final int MAGIC = 0xaced0005;

    private static final int FIRST_HANDLE = 0x7e0000;
    private static final byte NULL = 0x70;
    private static final byte REFERENCE = 0x71;
    private static final byte CLASS_DESCRIPTION = 0x72;
    private static final byte OBJECT = 0x73;
    private static final byte STRING = 0x74;
    private static final byte ARRAY = 0x75;
    private static final byte CLASS = 0x76;
    private static final byte BLOCK = 0x77;
    private static final byte END_OF_BLOCKS = 0x78;
    private static final byte RESET = 0x79;
    private static final byte LONG_BLOCK = 0x7a;
    private static final byte EXCEPTION = 0x7b;
    private static final byte LONG_STRING = 0x7c;
    private static final byte PROXY_DESCRIPTION = 0x7d;
    private static final byte ENUM = 0x7e;

    /** Superclasses, and class descriptions inside each other. */
    private static final int NESTING = 200;

    /** How many classes without written fields are guessed. */
    private static final int GUESSES = 8;

    private final GraphBytes in;
    private final Set<String> fieldless;
    private final List<Object> handles = new ArrayList<>();
    private final ArrayDeque<Frame> open = new ArrayDeque<>();

    /** Classes that write by themselves and have fields, in the order in which they came. */
    private final Set<String> doubtful = new LinkedHashSet<>();

    private int nesting;

    private GraphParser(byte[] stream, Set<String> fieldless) {
        in = new GraphBytes(stream);
        this.fieldless = fieldless;
    }

    /**
     * The first object of a stream.
     *
     * @throws MalformedGraphException when it is none, for whatever reason
     */
    public static Node parse(byte[] stream) throws MalformedGraphException {
        return parseAll(stream).get(0);
    }

    /**
     * All objects of a stream, one at least, and the data between them.
     *
     * @throws MalformedGraphException when the first is none, for whatever reason
     */
    static List<Node> parseAll(byte[] stream) throws MalformedGraphException {
        Set<String> fieldless = new HashSet<>();
        GraphParser parser = new GraphParser(stream, fieldless);
        try {
            return parser.stream();
        } catch (MalformedGraphException first) {
            for (int guess = 0; guess < GUESSES; guess++) {
                MalformedGraphException best = first;
                String culprit = null;
                for (String name : parser.doubtful) {
                    Set<String> more = new HashSet<>(fieldless);
                    more.add(name);
                    try {
                        return new GraphParser(stream, more).stream();
                    } catch (MalformedGraphException e) {
                        if (e.offset() > best.offset()) {
                            best = e;
                            culprit = name;
                        }
                    }
                }
                if (culprit == null) {
                    break;
                }
                fieldless.add(culprit);
                parser = new GraphParser(stream, fieldless);
                try {
                    return parser.stream();
                } catch (MalformedGraphException e) {
                    first = e;
                }
            }
            throw first;
        }
    }

    private List<Node> stream() throws MalformedGraphException {
        if (!in.takes(MAGIC)) {
            throw in.malformed("it does not begin like one");
        }
        List<Node> roots = new ArrayList<>();
        roots.add(content(false));
        // The rest shows whether all before it was understood.
        while (!in.isOver()) {
            if (in.peek() == RESET) {
                in.next();
                handles.clear();
            } else {
                roots.add(content(true));
            }
        }
        return roots;
    }

    // ---- Contents

    /** Something that is being read and has objects inside it. */
    private abstract class Frame {
        /** Takes the object that it has asked for. */
        abstract void accept(Node node);

        /** Reads on: answers the whole, or null when an object inside has been begun. */
        abstract Node advance() throws MalformedGraphException;
    }

    /** Reads one object with all that is in it. */
    private Node content(boolean blocks) throws MalformedGraphException {
        int floor = open.size();
        Node done = begin(blocks);
        while (open.size() > floor) {
            Frame top = open.peek();
            if (done != null) {
                top.accept(done);
            }
            done = top.advance();
        }
        return done;
    }

    /** Reads an object without others in it, or opens a frame and answers null. */
    private Node begin(boolean blocks) throws MalformedGraphException {
        while (true) {
            byte tag = in.next();
            switch (tag) {
                case NULL:
                    return Node.Nothing.NULL;
                case REFERENCE:
                    return referred();
                case CLASS_DESCRIPTION, PROXY_DESCRIPTION:
                    return new Node.Type(description(tag));
                case CLASS:
                    return keep(new Node.Type(someDescription()));
                case OBJECT:
                    beginInstance();
                    return null;
                case ARRAY:
                    return beginSequence();
                case STRING:
                    return keep(new Node.Text(in.text(in.length())));
                case LONG_STRING:
                    return keep(new Node.Text(in.text(in.longNumber())));
                case ENUM:
                    return constant();
                case BLOCK, LONG_BLOCK:
                    if (!blocks) {
                        throw in.malformed("data where an object should be");
                    }
                    return new Node.Block(in.bytes(tag == BLOCK ? in.next() & 0xff : in.number()));
                case RESET:
                    if (!open.isEmpty()) {
                        throw in.malformed("a reset inside an object");
                    }
                    handles.clear();
                    break;
                case EXCEPTION:
                    throw in.malformed("its writer has failed here");
                default:
                    throw in.malformed("no object begins with " + Integer.toHexString(tag & 0xff));
            }
        }
    }

    private <T> T keep(T object) {
        handles.add(object);
        return object;
    }

    private Object kept() throws MalformedGraphException {
        int handle = in.number() - FIRST_HANDLE;
        if (handle < 0 || handle >= handles.size() || handles.get(handle) == null) {
            throw in.malformed("a reference to object " + handle + " of " + handles.size());
        }
        return handles.get(handle);
    }

    private Node referred() throws MalformedGraphException {
        Object object = kept();
        return object instanceof Node node ? node : new Node.Type(description(object));
    }

    private ClassDescription description(Object object) throws MalformedGraphException {
        if (object instanceof ClassDescription description) {
            return complete(description);
        }
        throw in.malformed("a reference to an object where a class should be");
    }

    private ClassDescription complete(ClassDescription description) throws MalformedGraphException {
        if (!description.isComplete()) {
            throw in.malformed("class " + description.name() + " is inside its own description");
        }
        return description;
    }

    private Node constant() throws MalformedGraphException {
        ClassDescription type = someDescription();
        int handle = handles.size();
        handles.add(null);
        Node.Constant constant = new Node.Constant(type, string());
        handles.set(handle, constant);
        return constant;
    }

    /** A string, new or referred to. */
    private String string() throws MalformedGraphException {
        byte tag = in.next();
        Object text = null;
        if (tag == STRING) {
            text = keep(new Node.Text(in.text(in.length())));
        } else if (tag == LONG_STRING) {
            text = keep(new Node.Text(in.text(in.longNumber())));
        } else if (tag == REFERENCE) {
            text = kept();
        }
        if (text instanceof Node.Text string) {
            return string.text();
        }
        throw in.malformed("a string should be here");
    }

    // ---- Classes

    private ClassDescription someDescription() throws MalformedGraphException {
        ClassDescription description = description(in.next());
        if (description == null) {
            throw in.malformed("an object without a class");
        }
        return description;
    }

    private ClassDescription description(byte tag) throws MalformedGraphException {
        switch (tag) {
            case NULL:
                return null;
            case REFERENCE:
                return description(kept());
            case CLASS_DESCRIPTION:
                return newDescription();
            case PROXY_DESCRIPTION:
                return newProxy();
            default:
                throw in.malformed("no class begins with " + Integer.toHexString(tag & 0xff));
        }
    }

    private String name() throws MalformedGraphException {
        return in.text(in.length());
    }

    private ClassDescription newDescription() throws MalformedGraphException {
        enter();
        ClassDescription description = new ClassDescription(name());
        in.longNumber();
        keep(description);
        int flags = in.next();
        int count = (short) in.length();
        if (count < 0) {
            throw in.malformed("a class of " + count + " fields");
        }
        List<ClassDescription.Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            char kind = (char) in.next();
            if ("BCDFIJSZL[".indexOf(kind) < 0) {
                throw in.malformed("a field of unknown kind " + (int) kind);
            }
            ClassDescription.Field field = new ClassDescription.Field(kind, name());
            if (!field.isPrimitive()) {
                string();
            }
            fields.add(field);
        }
        finish(description, flags, fields);
        return description;
    }

    private ClassDescription newProxy() throws MalformedGraphException {
        enter();
        ClassDescription description = keep(new ClassDescription("(proxy)"));
        int count = in.number();
        in.need(2L * count);
        for (int i = 0; i < count; i++) {
            name();
        }
        finish(description, 2, List.of());
        return description;
    }

    private void enter() throws MalformedGraphException {
        if (++nesting > NESTING) {
            throw in.malformed("more than " + NESTING + " classes inside each other");
        }
    }

    private void finish(ClassDescription description, int flags, List<ClassDescription.Field> fields)
            throws MalformedGraphException {
        // Annotations of classes: nobody shows them.
        extra(new ArrayList<>());
        ClassDescription parent = description(in.next());
        if (parent != null && parent.depth() >= NESTING) {
            throw in.malformed("more than " + NESTING + " superclasses");
        }
        description.complete(flags, fields, parent);
        nesting--;
    }

    /** Objects and data up to their end mark. */
    private void extra(List<Node> target) throws MalformedGraphException {
        while (!atEnd()) {
            target.add(content(true));
        }
    }

    private boolean atEnd() throws MalformedGraphException {
        boolean end = in.peek() == END_OF_BLOCKS;
        if (end) {
            in.next();
        }
        return end;
    }

    // ---- Objects and arrays

    private Node beginSequence() throws MalformedGraphException {
        ClassDescription type = someDescription();
        if (!type.name().startsWith("[") || type.name().length() < 2) {
            throw in.malformed("an array of class " + type.name());
        }
        Node.Sequence sequence = keep(new Node.Sequence(type));
        int length = in.number();
        char kind = type.name().charAt(1);
        boolean primitive = "BCDFIJSZ".indexOf(kind) >= 0;
        if (length < 0) {
            throw in.malformed("an array of " + length + " elements");
        }
        in.need(primitive ? (long) length * GraphBytes.width(kind) : length);
        if (!primitive) {
            open.push(new SequenceFrame(sequence, length));
            return null;
        }
        for (int i = 0; i < length; i++) {
            sequence.elements().add(new Node.Primitive(in.primitive(kind)));
        }
        return sequence;
    }

    private final class SequenceFrame extends Frame {
        private final Node.Sequence sequence;
        private final int length;

        SequenceFrame(Node.Sequence sequence, int length) {
            this.sequence = sequence;
            this.length = length;
        }

        @Override
        void accept(Node node) {
            sequence.elements().add(node);
        }

        @Override
        Node advance() throws MalformedGraphException {
            while (sequence.elements().size() < length) {
                Node element = begin(false);
                if (element == null) {
                    return null;
                }
                accept(element);
            }
            open.pop();
            return sequence;
        }
    }

    private void beginInstance() throws MalformedGraphException {
        ClassDescription type = someDescription();
        if (type.isExternalizable() && !type.isFramed()) {
            throw in.malformed("class " + type.name() + " writes in a form that only it can read");
        }
        if (!type.isExternalizable() && !type.isSerializable()) {
            throw in.malformed("class " + type.name() + " is neither Serializable nor Externalizable");
        }
        Node.Instance instance = keep(new Node.Instance(type));
        List<ClassDescription> lineage = type.isExternalizable() ? List.of(type) : type.lineage();
        open.push(new InstanceFrame(instance, lineage));
    }

    /** Reads the parts of an object: of each class its fields, then what it has written besides. */
    private final class InstanceFrame extends Frame {
        private final Node.Instance instance;
        private final List<ClassDescription> lineage;
        private int index = -1;
        private int field;
        private boolean hasExtra;
        private Node.Part part;

        InstanceFrame(Node.Instance instance, List<ClassDescription> lineage) {
            this.instance = instance;
            this.lineage = lineage;
        }

        @Override
        void accept(Node node) {
            List<ClassDescription.Field> fields = part.type().fields();
            if (field < fields.size()) {
                part.fields().put(fields.get(field++).name(), node);
            } else {
                part.extra().add(node);
            }
        }

        private void nextPart() {
            ClassDescription type = lineage.get(index);
            part = new Node.Part(type);
            instance.parts().add(part);
            field = 0;
            hasExtra = type.hasWriteMethod() || type.isExternalizable();
            if (hasExtra && !type.fields().isEmpty()) {
                doubtful.add(type.name());
            }
            if (type.isExternalizable() || hasExtra && fieldless.contains(type.name())) {
                field = type.fields().size();
            }
        }

        @Override
        Node advance() throws MalformedGraphException {
            while (true) {
                if (part != null) {
                    List<ClassDescription.Field> fields = part.type().fields();
                    if (field < fields.size()) {
                        ClassDescription.Field wanted = fields.get(field);
                        Node value =
                                wanted.isPrimitive() ? new Node.Primitive(in.primitive(wanted.kind())) : begin(false);
                        if (value == null) {
                            return null;
                        }
                        accept(value);
                        continue;
                    }
                    if (hasExtra && !atEnd()) {
                        Node value = begin(true);
                        if (value == null) {
                            return null;
                        }
                        accept(value);
                        continue;
                    }
                }
                if (++index == lineage.size()) {
                    open.pop();
                    return instance;
                }
                nextPart();
            }
        }
    }
}
