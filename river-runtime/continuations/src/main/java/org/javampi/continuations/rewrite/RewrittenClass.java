package org.javampi.continuations.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.javampi.continuations.Obstacle;
import org.javampi.continuations.rewrite.MethodRewriter.Form;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** One class after its methods were rewritten, and what could not be. */
final class RewrittenClass {
    /** HotSpot compiles no method of more bytes (its option HugeMethodLimit). */
    private static final int COMPILED_BYTES = 8000;

    private final Reach reach;
    private final Set<String> tooLarge = new HashSet<>();
    private final Map<String, List<Integer>> sites = new TreeMap<>();
    private final List<Obstacle> obstacles = new ArrayList<>();
    private byte[] bytes;

    RewrittenClass(byte[] original, Reach reach) {
        this.reach = reach;
        while (bytes == null) {
            sites.clear();
            obstacles.clear();
            try {
                bytes = rewrite(original);
            } catch (MethodTooLargeException e) {
                tooLarge.add(e.getMethodName() + e.getDescriptor());
            }
        }
    }

    /** The class file; the original one if nothing was to be done. */
    byte[] bytes() {
        return bytes;
    }

    /** Of each rewritten method, the places of its calls that may freeze. */
    Map<String, List<Integer>> sites() {
        return sites;
    }

    List<Obstacle> obstacles() {
        return obstacles;
    }

    private byte[] rewrite(byte[] original) {
        ClassNode node = new ClassNode();
        new ClassReader(original).accept(node, ClassReader.EXPAND_FRAMES);
        ConstructorReferences.callBy(node, reach);
        Map<String, List<LabelNode>> calls = new HashMap<>();
        Map<MethodNode, LabelNode> ends = new HashMap<>();
        for (MethodNode method : List.copyOf(node.methods)) {
            boolean isRest = method.name.startsWith("javampi$rest");
            if (!isRest
                    && !method.name.equals("<clinit>")
                    && !MethodRewriter.sitesOf(node.name, method, reach).isEmpty()) {
                try {
                    rewrite(node, method, calls, ends);
                } catch (UnfitMethodException e) {
                    obstacles.add(obstacle(node, method, e.getMessage(), e.remedy()));
                }
            }
        }
        if (calls.isEmpty()) {
            return original;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        byte[] written = writer.toByteArray();
        calls.forEach((key, labels) -> sites.put(
                key, labels.stream().map(label -> label.getLabel().getOffset()).toList()));
        ends.forEach((method, end) -> warnOfSize(node, method, end.getLabel().getOffset()));
        return written;
    }

    private void rewrite(
            ClassNode node, MethodNode method, Map<String, List<LabelNode>> calls, Map<MethodNode, LabelNode> ends)
            throws UnfitMethodException {
        if ((node.version & 0xffff) < Opcodes.V1_7) {
            throw new UnfitMethodException(
                    "its class file is of Java 6 or older and need not say what its locals hold",
                    "compile it for Java 7 or later");
        }
        if (tooLarge.contains(method.name + method.desc)) {
            throw new UnfitMethodException(
                    "with the code that saves and restores its locals it would exceed 65,535 bytes",
                    "divide the method");
        }
        // Rewritten from a copy: a method that turns out to be unfit stays as it is.
        boolean isConstructor = method.name.equals("<init>");
        MethodNode copy = copy(method);
        int sizeBefore = size(method);
        List<LabelNode> labels =
                MethodRewriter.rewrite(node.name, copy, reach, isConstructor ? Form.CONSTRUCTOR : Form.METHOD);
        if (isConstructor) {
            MethodNode rest = copy(method);
            List<LabelNode> restLabels = MethodRewriter.rewrite(node.name, rest, reach, Form.REST);
            unlockFields(node, rest);
            node.methods.add(rest);
            calls.put(node.name + "." + rest.name + rest.desc, restLabels);
        }
        node.methods.set(node.methods.indexOf(method), copy);
        calls.put(node.name + "." + method.name + method.desc, labels);
        if (sizeBefore <= COMPILED_BYTES) {
            LabelNode end = new LabelNode();
            copy.instructions.add(end);
            ends.put(copy, end);
        }
    }

    /** The copy of a constructor is no constructor: it may not set final fields. */
    private static void unlockFields(ClassNode node, MethodNode rest) {
        Set<String> set = new HashSet<>();
        for (AbstractInsnNode code : rest.instructions) {
            if (code.getOpcode() == Opcodes.PUTFIELD && ((FieldInsnNode) code).owner.equals(node.name)) {
                set.add(((FieldInsnNode) code).name);
            }
        }
        for (FieldNode field : node.fields) {
            if (set.contains(field.name)) {
                field.access &= ~Opcodes.ACC_FINAL;
            }
        }
    }

    private void warnOfSize(ClassNode node, MethodNode method, int size) {
        if (size > COMPILED_BYTES) {
            obstacles.add(obstacle(
                    node,
                    method,
                    "with the code that saves and restores its locals it has " + size
                            + " bytes, and the JVM compiles no method of more than " + COMPILED_BYTES
                            + ": it would run slowly",
                    "divide the method, or give the JVM -XX:-DontCompileHugeMethods"));
        }
    }

    private static int size(MethodNode method) {
        CodeSizeEvaluator evaluator = new CodeSizeEvaluator(null);
        copy(method).accept(evaluator);
        return evaluator.getMaxSize();
    }

    private static MethodNode copy(MethodNode method) {
        MethodNode copy = new MethodNode(
                Opcodes.ASM9,
                method.access,
                method.name,
                method.desc,
                method.signature,
                method.exceptions.toArray(new String[0]));
        method.accept(copy);
        return copy;
    }

    private Obstacle obstacle(ClassNode node, MethodNode method, String reason, String remedy) {
        int line = 0;
        for (AbstractInsnNode code : method.instructions) {
            if (code instanceof LineNumberNode number) {
                line = number.line;
            }
            if (code instanceof MethodInsnNode call && reach.leads(call)) {
                break;
            }
        }
        return new Obstacle(node.name.replace('/', '.'), method.name, line, reason, remedy);
    }
}
