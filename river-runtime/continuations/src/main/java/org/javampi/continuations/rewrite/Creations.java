package org.javampi.continuations.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Objects that exist, without their constructor's call, while the constructor's arguments are computed. Such an object
 * cannot be saved: where a call that may freeze is among the arguments, or is the constructor, the object is made
 * after them. What it did at its old place, to initialise the class, still happens there.
 *
 * <pre>
 *   NEW X  DUP  arguments  INVOKESPECIAL X.init
 *   NEW X  POP  arguments  store them  NEW X  DUP  load them  INVOKESPECIAL X.init
 * </pre>
 */
final class Creations {
    /**
     * A constructor's call whose object is made just before it.
     *
     * @param begin the instruction before which the operands are as without the object
     * @param used whether the object stays on the stack
     */
    record Moved(AbstractInsnNode begin, boolean used) {}

    private final Map<MethodInsnNode, Moved> moved = new HashMap<>();

    /** Moves what stands in the way of a site. The method is changed. */
    Creations(String owner, MethodNode method, List<MethodInsnNode> sites) throws UnfitMethodException {
        FrameTypes types = new FrameTypes(owner, method);
        Map<Label, TypeInsnNode> wanted = new LinkedHashMap<>();
        for (MethodInsnNode site : sites) {
            FrameTypes.Types before = types.before(site);
            if (before != null) {
                for (Object type : before.stack()) {
                    if (type instanceof Label label) {
                        wanted.put(label, types.creation(label));
                    }
                }
            }
        }
        for (Map.Entry<Label, TypeInsnNode> entry : wanted.entrySet()) {
            move(method, types, entry.getKey(), entry.getValue());
        }
    }

    /** How a constructor's call was changed; null if it was not. */
    Moved of(MethodInsnNode call) {
        return moved.get(call);
    }

    private void move(MethodNode method, FrameTypes types, Label label, TypeInsnNode creation)
            throws UnfitMethodException {
        MethodInsnNode constructor = null;
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof MethodInsnNode call && call.name.equals("<init>") && types.before(call) != null) {
                List<Object> stack = types.before(call).stack();
                if (stack.get(stack.size() - 1 - Type.getArgumentTypes(call.desc).length) == label) {
                    if (constructor != null) {
                        throw unfit(creation);
                    }
                    constructor = call;
                }
            }
        }
        AbstractInsnNode after = Flow.following(creation);
        boolean used = after != null && after.getOpcode() == Opcodes.DUP;
        if (constructor == null
                || types.before(constructor).stack().stream()
                                .filter(type -> type == label)
                                .count()
                        != (used ? 2 : 1)) {
            throw unfit(creation);
        }
        if (used) {
            method.instructions.set(after, new InsnNode(Opcodes.POP));
        } else {
            method.instructions.insert(creation, new InsnNode(Opcodes.POP));
        }
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof FrameNode frame && frame.stack != null) {
                frame.stack = new ArrayList<>(frame.stack);
                frame.stack.removeIf(type -> type instanceof LabelNode at && at.getLabel() == label);
            }
        }
        InsnList code = new InsnList();
        InsnList load = new InsnList();
        Type[] arguments = Type.getArgumentTypes(constructor.desc);
        int[] slots = new int[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            slots[i] = method.maxLocals;
            method.maxLocals += arguments[i].getSize();
            load.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ILOAD), slots[i]));
        }
        for (int i = arguments.length - 1; i >= 0; i--) {
            code.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), slots[i]));
        }
        code.add(new TypeInsnNode(Opcodes.NEW, creation.desc));
        if (used) {
            code.add(new InsnNode(Opcodes.DUP));
        }
        moved.put(constructor, new Moved(code.getFirst(), used));
        code.add(load);
        method.instructions.insertBefore(constructor, code);
    }

    private static UnfitMethodException unfit(TypeInsnNode creation) {
        return new UnfitMethodException(
                "an object of " + creation.desc.replace('/', '.')
                        + " is without its constructor's call in a way that javac does not compile",
                "compile it by javac, or compute the constructor's arguments before");
    }
}
