package org.javampi.continuations.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The locals whose monitors a method holds at each instruction, in the order in which it took them. */
final class HeldMonitors {
    private final List<List<Integer>> held = new ArrayList<>();
    private final Map<AbstractInsnNode, List<Integer>> atCalls = new HashMap<>();

    /** Makes it. @throws UnfitMethodException when the monitors are not those of {@code synchronized} blocks */
    HeldMonitors(MethodNode method) throws UnfitMethodException {
        for (int i = 0; i < method.instructions.size(); i++) {
            held.add(null);
        }
        Flow flow = new Flow(method);
        Deque<Integer> open = new ArrayDeque<>();
        arrive(0, List.of(), open);
        while (!open.isEmpty()) {
            int i = open.pop();
            List<Integer> now = held.get(i);
            List<Integer> then = after(method.instructions.get(i), now);
            for (int next : flow.next(i)) {
                arrive(next, then, open);
            }
            if (method.instructions.get(i).getOpcode() >= 0) {
                for (int handler : flow.handlers(i)) {
                    arrive(handler, now, open);
                }
            }
        }
        for (int i = 0; i < held.size(); i++) {
            if (method.instructions.get(i) instanceof MethodInsnNode call && held.get(i) != null) {
                atCalls.put(call, held.get(i));
            }
        }
    }

    /** Slots of the objects whose monitors are held, the first taken first. The method may have changed since. */
    List<Integer> at(MethodInsnNode call) {
        return atCalls.getOrDefault(call, List.of());
    }

    private void arrive(int index, List<Integer> slots, Deque<Integer> open) throws UnfitMethodException {
        List<Integer> known = held.get(index);
        if (known == null) {
            held.set(index, slots);
            open.push(index);
        } else if (!known.equals(slots)) {
            throw unfit();
        }
    }

    private static List<Integer> after(AbstractInsnNode node, List<Integer> now) throws UnfitMethodException {
        if (node.getOpcode() == Opcodes.MONITORENTER) {
            AbstractInsnNode before = Flow.previous(node);
            if (before instanceof VarInsnNode variable
                    && (variable.getOpcode() == Opcodes.ASTORE || variable.getOpcode() == Opcodes.ALOAD)) {
                List<Integer> more = new ArrayList<>(now);
                more.add(variable.var);
                return more;
            }
            throw unfit();
        }
        if (node.getOpcode() == Opcodes.MONITOREXIT) {
            if (now.isEmpty()) {
                throw unfit();
            }
            return now.subList(0, now.size() - 1);
        }
        return now;
    }

    private static UnfitMethodException unfit() {
        return new UnfitMethodException(
                "its monitors are not those of synchronized blocks of Java",
                "compile it by javac, or make the call outside of the block");
    }
}
