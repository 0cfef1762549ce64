package org.javampi.continuations.rewrite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * The classes of a program: the main class, and each class of the program that a class of it names, also in a text
 * constant. One thread.
 */
public final class ProgramClasses {
    private final Function<String, InputStream> source;
    private final Map<String, ClassNode> nodes = new TreeMap<>();
    private final Map<String, Set<String>> supertypes = new HashMap<>();
    private final Map<String, Optional<ClassNode>> outlines = new HashMap<>();

    /**
     * Reads all classes that can be reached.
     *
     * @param main internal name of the class to begin with
     * @param source the bytes of a class of the program, by internal name; null for the JDK's and libraries'
     * @throws UncheckedIOException if a class cannot be read
     */
    public ProgramClasses(String main, Function<String, InputStream> source) {
        this.source = source;
        Deque<String> open = new ArrayDeque<>(Set.of(main));
        Set<String> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            String name = open.pop();
            byte[] bytes = read(name);
            if (bytes != null) {
                ClassReader reader = new ClassReader(bytes);
                ClassNode node = new ClassNode();
                reader.accept(node, ClassReader.EXPAND_FRAMES);
                nodes.put(name, node);
                for (String other : named(reader)) {
                    if (seen.add(other)) {
                        open.push(other);
                    }
                }
            }
        }
    }

    Collection<ClassNode> all() {
        return nodes.values();
    }

    /** How many classes the program has. */
    public int count() {
        return nodes.size();
    }

    boolean has(String name) {
        return nodes.containsKey(name);
    }

    ClassNode node(String name) {
        return nodes.get(name);
    }

    /** A class of the program with its methods rewritten. */
    RewrittenClass rewritten(String name, Reach reach) {
        return new RewrittenClass(read(name), reach);
    }

    /** Whether a type of the JDK or a library declares a method. */
    boolean declares(String type, String name, String descriptor) {
        ClassNode node = outline(type);
        return node != null
                && node.methods.stream().anyMatch(method -> method.name.equals(name) && method.desc.equals(descriptor));
    }

    /** The access flags of a type of the JDK or a library; those of an interface if it is not found. */
    int accessOf(String type) {
        ClassNode node = outline(type);
        return node == null ? Opcodes.ACC_INTERFACE : node.access;
    }

    private ClassNode outline(String type) {
        return outlines.computeIfAbsent(type, name -> {
                    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
                        if (in == null) {
                            return Optional.empty();
                        }
                        ClassNode node = new ClassNode();
                        new ClassReader(in).accept(node, ClassReader.SKIP_CODE);
                        return Optional.of(node);
                    } catch (IOException e) {
                        throw new UncheckedIOException("cannot read class " + name, e);
                    }
                })
                .orElse(null);
    }

    /** A type and all types above it, by internal name. */
    public Set<String> withSupertypes(String name) {
        Set<String> known = supertypes.get(name);
        if (known == null) {
            Set<String> found = new LinkedHashSet<>();
            found.add(name);
            String above = null;
            String[] interfaces = {};
            ClassNode node = nodes.get(name);
            if (node != null) {
                above = node.superName;
                interfaces = node.interfaces.toArray(new String[0]);
            } else {
                try (InputStream in =
                        name.startsWith("[") ? null : ClassLoader.getSystemResourceAsStream(name + ".class")) {
                    if (in != null) {
                        ClassReader reader = new ClassReader(in);
                        above = reader.getSuperName();
                        interfaces = reader.getInterfaces();
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot read class " + name, e);
                }
            }
            if (above != null) {
                found.addAll(withSupertypes(above));
            }
            for (String type : interfaces) {
                found.addAll(withSupertypes(type));
            }
            known = Set.copyOf(found);
            supertypes.put(name, known);
        }
        return known;
    }

    private byte[] read(String name) {
        try (InputStream in = source.apply(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read class " + name, e);
        }
    }

    /** Names of classes in the constant pool, and text constants that may be such a name. */
    private static Set<String> named(ClassReader reader) {
        Set<String> names = new LinkedHashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item == 0) {
                continue;
            }
            int tag = reader.readByte(item - 1);
            if (tag == CLASS || tag == STRING) {
                String text = reader.readUTF8(item, buffer);
                if (text != null && NAME.matcher(text).matches()) {
                    names.add(tag == STRING ? text.replace('.', '/') : elementOf(text));
                }
            }
        }
        return names;
    }

    private static String elementOf(String name) {
        return name.startsWith("[") ? name.replaceFirst("^\\[+L?", "").replace(";", "") : name;
    }

    // Tags of the constant pool: JVMS, table 4.4-A.
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final java.util.regex.Pattern NAME = java.util.regex.Pattern.compile("\\[*[\\w$./]+;?");
}
