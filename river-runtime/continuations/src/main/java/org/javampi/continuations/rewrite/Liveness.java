package org.javampi.continuations.rewrite;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Which locals of a method may be read after an instruction before they are written. */
final class Liveness {
    private final Flow flow;
    private final BitSet[] before;
    private final Map<AbstractInsnNode, BitSet> across = new HashMap<>();

    Liveness(MethodNode method) {
        this.flow = new Flow(method);
        this.before = new BitSet[method.instructions.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = new BitSet();
        }
        boolean more = true;
        while (more) {
            more = false;
            for (int i = before.length - 1; i >= 0; i--) {
                BitSet live = after(i);
                apply(method.instructions.get(i), live);
                flow.handlers(i).forEach(handler -> live.or(before[handler]));
                if (!live.equals(before[i])) {
                    before[i] = live;
                    more = true;
                }
            }
        }
        for (int i = 0; i < before.length; i++) {
            if (method.instructions.get(i) instanceof MethodInsnNode call) {
                across.put(call, across(i));
            }
        }
    }

    /** Slots that are needed once a call has returned, or has thrown. The method may have changed since. */
    BitSet across(MethodInsnNode call) {
        return (BitSet) across.get(call).clone();
    }

    private BitSet across(int index) {
        BitSet live = after(index);
        flow.handlers(index).forEach(handler -> live.or(before[handler]));
        return live;
    }

    private BitSet after(int index) {
        BitSet live = new BitSet();
        flow.next(index).forEach(next -> live.or(before[next]));
        return live;
    }

    private static void apply(AbstractInsnNode node, BitSet live) {
        if (node instanceof VarInsnNode variable) {
            boolean store = variable.getOpcode() >= Opcodes.ISTORE && variable.getOpcode() <= Opcodes.ASTORE;
            live.set(variable.var, !store);
        } else if (node instanceof IincInsnNode increment) {
            live.set(increment.var);
        }
    }
}
