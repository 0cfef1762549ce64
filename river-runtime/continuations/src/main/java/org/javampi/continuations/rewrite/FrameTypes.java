package org.javampi.continuations.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The types of locals and operands at the calls of a method, taken from the stack maps that its class file has: no
 * other class is looked at. Types are written as {@code visitFrame} has them (JVMS 4.10.1.2).
 */
final class FrameTypes {
    /**
     * Types before an instruction.
     *
     * @param locals one entry a slot: the second of a long or double is TOP
     * @param stack one entry a value, the deepest first
     */
    record Types(List<Object> locals, List<Object> stack) {}

    private final Map<AbstractInsnNode, Types> types = new HashMap<>();

    /** Of each label that stands for an object without its constructor's call: the instruction that made it. */
    private final Map<Object, TypeInsnNode> made = new HashMap<>();

    FrameTypes(String owner, MethodNode method) {
        AnalyzerAdapter adapter =
                new AnalyzerAdapter(Opcodes.ASM9, owner, method.access, method.name, method.desc, null) {};
        for (AbstractInsnNode node : method.instructions) {
            if (adapter.locals != null && (node instanceof MethodInsnNode || isStoreOrNew(node))) {
                types.put(node, new Types(List.copyOf(adapter.locals), values(adapter.stack)));
            }
            node.accept(adapter);
            if (node.getOpcode() == Opcodes.NEW && adapter.stack != null) {
                made.put(adapter.stack.get(adapter.stack.size() - 1), (TypeInsnNode) node);
            }
        }
    }

    /** The types before an instruction; null if it cannot be reached. */
    Types before(AbstractInsnNode node) {
        return types.get(node);
    }

    TypeInsnNode creation(Object label) {
        return made.get(label);
    }

    private static boolean isStoreOrNew(AbstractInsnNode node) {
        return node.getOpcode() == Opcodes.NEW
                || node.getOpcode() >= Opcodes.ISTORE && node.getOpcode() <= Opcodes.ASTORE;
    }

    private static List<Object> values(List<Object> slots) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            values.add(slots.get(i));
            i += size(slots.get(i)) - 1;
        }
        return values;
    }

    /** How many slots a value of the type takes. */
    static int size(Object type) {
        return type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
    }

    static boolean isReference(Object type) {
        return type instanceof String || type == Opcodes.NULL;
    }

    static boolean isUninitialized(Object type) {
        return type instanceof Label || type == Opcodes.UNINITIALIZED_THIS;
    }

    /** Locals in the form of a stack map: one entry for a long or double, no TOP at the end. */
    static List<Object> compact(List<Object> slots) {
        List<Object> compact = values(slots);
        int end = compact.size();
        while (end > 0 && compact.get(end - 1) == Opcodes.TOP) {
            end--;
        }
        return new ArrayList<>(compact.subList(0, end));
    }

    /** The type of a value of a descriptor. */
    static Object of(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> type.getInternalName();
        };
    }

    /** The slots of a method when it is entered. */
    static List<Object> atEntry(String owner, boolean isStatic, String descriptor) {
        List<Object> slots = new ArrayList<>();
        if (!isStatic) {
            slots.add(owner);
        }
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            slots.add(of(argument));
            if (argument.getSize() == 2) {
                slots.add(Opcodes.TOP);
            }
        }
        return slots;
    }
}
