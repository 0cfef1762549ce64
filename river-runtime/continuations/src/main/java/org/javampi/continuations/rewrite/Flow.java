package org.javampi.continuations.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Which instruction of a method may follow which. */
final class Flow {
    private final InsnList code;
    private final List<List<Integer>> next = new ArrayList<>();
    private final List<List<Integer>> handlers = new ArrayList<>();

    Flow(MethodNode method) {
        this.code = method.instructions;
        for (int i = 0; i < code.size(); i++) {
            next.add(successors(i));
            handlers.add(new ArrayList<>());
        }
        boolean[] closed = new boolean[code.size()];
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            int handler = code.indexOf(block.handler);
            for (int i = code.indexOf(block.start); i < code.indexOf(block.end); i++) {
                if (!closed[i]) {
                    handlers.get(i).add(handler);
                    // No handler that stands after one of everything is ever reached.
                    closed[i] = block.type == null;
                }
            }
        }
    }

    /** Where an instruction leads when it throws nothing. */
    List<Integer> next(int index) {
        return next.get(index);
    }

    /** Where it leads when it throws. */
    List<Integer> handlers(int index) {
        return handlers.get(index);
    }

    /** All instructions that may be reached from the first one. */
    BitSet reachable() {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(0);
        while (!open.isEmpty()) {
            int i = open.pop();
            if (!seen.get(i)) {
                seen.set(i);
                next.get(i).forEach(open::push);
                if (code.get(i).getOpcode() >= 0) {
                    handlers.get(i).forEach(open::push);
                }
            }
        }
        return seen;
    }

    private List<Integer> successors(int index) {
        AbstractInsnNode node = code.get(index);
        List<Integer> found = new ArrayList<>();
        if (node instanceof JumpInsnNode jump) {
            found.add(code.indexOf(jump.label));
        } else if (node instanceof TableSwitchInsnNode table) {
            addAll(found, table.labels, table.dflt);
        } else if (node instanceof LookupSwitchInsnNode table) {
            addAll(found, table.labels, table.dflt);
        }
        if (!leaves(node.getOpcode()) && index + 1 < code.size()) {
            found.add(index + 1);
        }
        return found;
    }

    private void addAll(List<Integer> found, List<LabelNode> labels, LabelNode otherwise) {
        labels.forEach(label -> found.add(code.indexOf(label)));
        found.add(code.indexOf(otherwise));
    }

    private static boolean leaves(int opcode) {
        return opcode == Opcodes.GOTO
                || opcode == Opcodes.ATHROW
                || opcode == Opcodes.TABLESWITCH
                || opcode == Opcodes.LOOKUPSWITCH
                || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    }

    /** The nearest instruction before, labels and lines left out; null at the beginning. */
    static AbstractInsnNode previous(AbstractInsnNode node) {
        AbstractInsnNode before = node.getPrevious();
        while (before != null && (before.getOpcode() < 0 && before.getType() != AbstractInsnNode.FRAME)) {
            before = before.getPrevious();
        }
        return before;
    }

    /** The nearest instruction after, labels and lines left out; null at the end. */
    static AbstractInsnNode following(AbstractInsnNode node) {
        AbstractInsnNode after = node.getNext();
        while (after != null && (after.getOpcode() < 0 && after.getType() != AbstractInsnNode.FRAME)) {
            after = after.getNext();
        }
        return after;
    }
}
