package org.javampi.continuations.rewrite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Rewrites one method. Operands below a call's arguments are moved to locals before it; the call is covered by a
 * handler of its own, which stands before the program's and saves the locals; the head leads back.
 *
 * <pre>
 *   head:     if (Resumption.active != 0) { frame = Resumption.enter(method); if (frame != null) switch (frame.site()) }
 *   ...
 *             operands to spare locals
 *   join 2:   operands from spare locals
 *             call 2
 *   ...
 *   freeze 2: signal.frame(method, 2).put(local)...; leave monitors; throw signal
 *   thaw 2:   local = frame.take()...; enter monitors; goto join 2
 * </pre>
 *
 * A constructor has no head: its object exists. What follows {@code super()} is copied into a method of its own, the
 * <em>rest</em>, which has the head, and which the constructor's caller enters on the way back.
 */
final class MethodRewriter {
    /** What a method is rewritten to. */
    enum Form {
        METHOD,
        CONSTRUCTOR,
        REST
    }

    /** A local that a frame holds, or only needs for the verifier. */
    private record Local(int slot, Object type, boolean saved) {}

    private final String owner;
    private final MethodNode method;
    private final Reach reach;
    private final Form form;
    private final String key;
    private final List<MethodInsnNode> sites;
    private final Creations creations;
    private final FrameTypes types;
    private final Liveness liveness;
    private final HeldMonitors monitors;
    private final boolean ownsSlot0;

    /** Slots that the program has; those of moved creations, which come next, never hold anything in a call. */
    private final int programSlots;

    private final InsnList tail = new InsnList();
    private final List<LabelNode> thaws = new ArrayList<>();
    private final List<TryCatchBlockNode> blocks = new ArrayList<>();
    private final List<LabelNode> calls = new ArrayList<>();
    /** The first local that neither the program nor a moved creation uses; sites share what follows. */
    private final int firstSpare;

    private int slotCount;

    private MethodRewriter(String owner, MethodNode method, Reach reach, Form form) throws UnfitMethodException {
        this.owner = owner;
        this.method = method;
        this.reach = reach;
        this.form = form;
        this.sites = sitesOf(owner, method, reach);
        this.programSlots = method.maxLocals;
        this.creations = new Creations(owner, method, sites);
        this.types = new FrameTypes(owner, method);
        this.liveness = new Liveness(method);
        this.monitors = new HeldMonitors(method);
        this.key = owner + "." + (form == Form.REST ? restName(method.desc) + "()V" : method.name + method.desc);
        this.ownsSlot0 = form == Form.METHOD && (isStatic() || storesTo0());
        this.firstSpare = method.maxLocals;
        this.slotCount = firstSpare;
    }

    /**
     * Rewrites a method in place.
     *
     * @return labels at the calls that may be left and entered again
     */
    static List<LabelNode> rewrite(String owner, MethodNode method, Reach reach, Form form)
            throws UnfitMethodException {
        return new MethodRewriter(owner, method, reach, form).rewrite();
    }

    /** Calls of a method that may freeze and that can be left, in the order of the code. */
    static List<MethodInsnNode> sitesOf(String owner, MethodNode method, Reach reach) {
        List<MethodInsnNode> found = new ArrayList<>();
        FrameTypes types = null;
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof MethodInsnNode call && reach.leads(call)) {
                types = types == null ? new FrameTypes(owner, method) : types;
                FrameTypes.Types before = types.before(call);
                if (before != null && !before.locals().contains(Opcodes.UNINITIALIZED_THIS)) {
                    found.add(call);
                }
            }
        }
        return found;
    }

    /** The method that goes on in a constructor. */
    static String restName(String descriptor) {
        // Names of methods must not contain . ; [ / < > (JVMS 4.2.2).
        return "javampi$rest" + descriptor.replace('/', '|').replace(';', ',').replace('[', '{');
    }

    private List<LabelNode> rewrite() throws UnfitMethodException {
        for (int i = 0; i < sites.size(); i++) {
            if (sites.get(i).name.equals("<init>")) {
                construct(i, sites.get(i));
            } else {
                call(i, sites.get(i));
            }
        }
        method.tryCatchBlocks.addAll(0, blocks);
        method.instructions.add(tail);
        if (form != Form.CONSTRUCTOR) {
            head();
        }
        if (form == Form.REST) {
            becomeRest();
        }
        method.maxLocals = slotCount;
        return calls;
    }

    private void call(int site, MethodInsnNode call) throws UnfitMethodException {
        FrameTypes.Types before = before(call);
        List<Object> stack = before.stack();
        boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
        int arguments = Type.getArgumentTypes(call.desc).length;
        int below = stack.size() - arguments - (isStatic ? 0 : 1);
        // A call through an interface may arrive in the proxy of a lambda, which converts its arguments.
        boolean keepsArguments = reach.freezes(call) || call.getOpcode() == Opcodes.INVOKEINTERFACE;
        boolean spills = below > 0 || !isStatic || keepsArguments;
        List<Local> locals = locals(call, before);
        LabelNode join = new LabelNode();
        InsnList code = new InsnList();
        List<Object> joined = stack;
        List<Object> slots = before.locals();
        InsnList push = new InsnList();
        if (spills) {
            int[] spareSlots = spill(stack, code);
            slots = withSpares(slots, stack, spareSlots);
            joined = List.of();
            for (int i = 0; i < stack.size(); i++) {
                boolean needed = keepsArguments || i < stack.size() - arguments;
                locals.add(new Local(spareSlots[i], stack.get(i), needed));
            }
        } else {
            stack.forEach(type -> push.add(Emitter.blank(type)));
        }
        code.add(new InsnNode(Opcodes.NOP));
        code.add(join);
        code.add(frame(slots, joined));
        if (spills) {
            for (Local spilled : locals.subList(locals.size() - stack.size(), locals.size())) {
                code.add(Emitter.load(spilled.slot(), spilled.type()));
            }
        }
        LabelNode start = new LabelNode();
        code.add(start);
        method.instructions.insertBefore(call, code);
        LabelNode end = new LabelNode();
        method.instructions.insert(call, end);
        LabelNode freeze = freeze(site, call, locals, slots);
        cover(start, end, freeze);
        calls.add(start);
        if (form != Form.CONSTRUCTOR) {
            thaw(call, locals);
            tail.add(new InsnNode(Opcodes.POP));
            enterMonitors(call);
            tail.add(push);
            tail.add(new JumpInsnNode(Opcodes.GOTO, join));
        }
    }

    private void construct(int site, MethodInsnNode call) throws UnfitMethodException {
        Creations.Moved moved = creations.of(call);
        FrameTypes.Types before = before(moved.begin());
        List<Object> stack = before.stack();
        int below = stack.size() - Type.getArgumentTypes(call.desc).length;
        List<Local> locals = locals(call, before);
        List<Object> slots = before.locals();
        InsnList code = new InsnList();
        int[] spareSlots = {};
        if (below > 0) {
            spareSlots = spill(stack, code);
            for (int i = 0; i < stack.size(); i++) {
                code.add(Emitter.load(spareSlots[i], stack.get(i)));
            }
            for (int i = 0; i < below; i++) {
                locals.add(new Local(spareSlots[i], stack.get(i), true));
            }
            slots = withSpares(slots, stack.subList(0, below), spareSlots);
        }
        method.instructions.insertBefore(moved.begin(), code);
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        LabelNode after = new LabelNode();
        method.instructions.insertBefore(call, start);
        List<Object> afterwards = new ArrayList<>(stack.subList(0, below));
        if (moved.used()) {
            afterwards.add(call.owner);
        }
        InsnList behind = new InsnList();
        behind.add(end);
        if (form != Form.CONSTRUCTOR) {
            behind.add(after);
            behind.add(frame(before.locals(), afterwards));
            behind.add(new InsnNode(Opcodes.NOP));
        }
        method.instructions.insert(call, behind);
        LabelNode freeze = freeze(site, call, locals, slots);
        cover(start, end, freeze);
        calls.add(start);
        if (form != Form.CONSTRUCTOR) {
            thaw(call, locals);
            int made = firstSpare + stack.stream().mapToInt(FrameTypes::size).sum();
            slotCount = Math.max(slotCount, made + 1);
            tail.add(Emitter.constructed());
            tail.add(new TypeInsnNode(Opcodes.CHECKCAST, call.owner));
            tail.add(new VarInsnNode(Opcodes.ASTORE, made));
            tail.add(new InsnNode(Opcodes.POP));
            enterMonitors(call);
            tail.add(new VarInsnNode(Opcodes.ALOAD, made));
            LabelNode startRest = new LabelNode();
            LabelNode endRest = new LabelNode();
            tail.add(startRest);
            tail.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, call.owner, restName(call.desc), "()V", false));
            tail.add(endRest);
            cover(startRest, endRest, freeze);
            calls.add(startRest);
            for (int i = 0; i < below; i++) {
                tail.add(Emitter.load(spareSlots[i], stack.get(i)));
            }
            if (moved.used()) {
                tail.add(new VarInsnNode(Opcodes.ALOAD, made));
            }
            tail.add(new JumpInsnNode(Opcodes.GOTO, after));
        }
    }

    private FrameTypes.Types before(AbstractInsnNode node) {
        FrameTypes.Types all = types.before(node);
        int count = Math.min(programSlots, all.locals().size());
        return new FrameTypes.Types(all.locals().subList(0, count), all.stack());
    }

    /** The locals of the frame, in their order. */
    private List<Local> locals(MethodInsnNode call, FrameTypes.Types before) throws UnfitMethodException {
        BitSet live = liveness.across(call);
        monitors.at(call).forEach(live::set);
        List<Local> locals = new ArrayList<>();
        int first = isStatic() || ownsSlot0 ? 0 : 1;
        for (int slot = first; slot < before.locals().size(); slot++) {
            Object type = before.locals().get(slot);
            if (FrameTypes.isUninitialized(type)) {
                throw new UnfitMethodException(
                        "a local holds an object without its constructor's call", "compile the method by javac");
            }
            if (type != Opcodes.TOP) {
                locals.add(new Local(slot, type, live.get(slot) && type != Opcodes.NULL));
                slot += FrameTypes.size(type) - 1;
            }
        }
        return locals;
    }

    private int[] spill(List<Object> stack, InsnList code) {
        int[] slots = new int[stack.size()];
        int next = firstSpare;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = next;
            next += FrameTypes.size(stack.get(i));
        }
        slotCount = Math.max(slotCount, next + 1);
        for (int i = slots.length - 1; i >= 0; i--) {
            code.add(Emitter.store(slots[i], stack.get(i)));
        }
        return slots;
    }

    private static List<Object> withSpares(List<Object> slots, List<Object> stack, int[] spareSlots) {
        List<Object> all = new ArrayList<>(slots);
        for (int i = 0; i < stack.size(); i++) {
            while (all.size() < spareSlots[i]) {
                all.add(Opcodes.TOP);
            }
            all.add(stack.get(i));
            if (FrameTypes.size(stack.get(i)) == 2) {
                all.add(Opcodes.TOP);
            }
        }
        return all;
    }

    private LabelNode freeze(int site, MethodInsnNode call, List<Local> locals, List<Object> slots) {
        LabelNode freeze = new LabelNode();
        tail.add(freeze);
        tail.add(frame(slots, List.of(Emitter.SIGNAL)));
        String frozen = form == Form.CONSTRUCTOR ? owner + "." + restName(method.desc) + "()V" : key;
        tail.add(Emitter.newFrame(frozen, site));
        if (form != Form.METHOD) {
            tail.add(Emitter.put(0, owner));
        }
        for (Local local : locals) {
            if (local.saved() && local.type() != Opcodes.NULL) {
                tail.add(Emitter.put(local.slot(), local.type()));
            }
        }
        tail.add(new InsnNode(Opcodes.POP));
        List<Integer> held = monitors.at(call);
        for (int i = held.size() - 1; i >= 0; i--) {
            tail.add(new VarInsnNode(Opcodes.ALOAD, held.get(i)));
            tail.add(new InsnNode(Opcodes.MONITOREXIT));
        }
        tail.add(new InsnNode(Opcodes.ATHROW));
        return freeze;
    }

    private void cover(LabelNode start, LabelNode end, LabelNode freeze) {
        blocks.add(new TryCatchBlockNode(start, end, freeze, Emitter.SIGNAL));
    }

    private void thaw(MethodInsnNode call, List<Local> locals) {
        LabelNode thaw = new LabelNode();
        thaws.add(thaw);
        tail.add(thaw);
        tail.add(frame(entrySlots(), List.of(Emitter.FRAME)));
        if (form == Form.REST) {
            tail.add(new InsnNode(Opcodes.DUP));
            tail.add(Emitter.onFrame("takeObject", "()Ljava/lang/Object;"));
            tail.add(new InsnNode(Opcodes.POP));
        }
        for (Local local : locals) {
            tail.add(
                    local.saved() && local.type() != Opcodes.NULL
                            ? Emitter.take(local.slot(), local.type())
                            : Emitter.blank(local.slot(), local.type()));
        }
    }

    private void enterMonitors(MethodInsnNode call) {
        for (int slot : monitors.at(call)) {
            tail.add(new VarInsnNode(Opcodes.ALOAD, slot));
            tail.add(new InsnNode(Opcodes.MONITORENTER));
        }
    }

    private void head() {
        InsnList head = new InsnList();
        LabelNode begin = new LabelNode();
        LabelNode back = new LabelNode();
        LabelNode unknown = new LabelNode();
        if (form == Form.METHOD) {
            head.add(Emitter.active());
            head.add(new JumpInsnNode(Opcodes.IFEQ, begin));
        }
        head.add(new LdcInsnNode(key));
        head.add(Emitter.enter());
        head.add(new InsnNode(Opcodes.DUP));
        head.add(new JumpInsnNode(Opcodes.IFNONNULL, back));
        if (form == Form.METHOD) {
            head.add(new InsnNode(Opcodes.POP));
            head.add(begin);
            head.add(frame(entrySlots(), List.of()));
            head.add(new InsnNode(Opcodes.NOP));
        } else {
            head.add(new InsnNode(Opcodes.POP));
            head.add(new InsnNode(Opcodes.RETURN));
        }
        InsnList far = new InsnList();
        far.add(back);
        far.add(frame(entrySlots(), List.of(Emitter.FRAME)));
        far.add(new InsnNode(Opcodes.DUP));
        far.add(Emitter.onFrame("site", "()I"));
        far.add(new TableSwitchInsnNode(0, thaws.size() - 1, unknown, thaws.toArray(new LabelNode[0])));
        far.add(unknown);
        far.add(frame(entrySlots(), List.of(Emitter.FRAME)));
        far.add(Emitter.onFrame("unknownSite", "()Ljava/lang/IllegalStateException;"));
        far.add(new InsnNode(Opcodes.ATHROW));
        method.instructions.insert(head);
        method.instructions.add(far);
    }

    /** Takes away what stands before {@code super()}, which the way back does not reach. */
    private void becomeRest() {
        BitSet reachable = new Flow(method).reachable();
        AbstractInsnNode[] nodes = method.instructions.toArray();
        for (int i = 0; i < nodes.length; i++) {
            if (!reachable.get(i) && !(nodes[i] instanceof LabelNode)) {
                method.instructions.remove(nodes[i]);
            }
        }
        method.tryCatchBlocks.removeIf(MethodRewriter::isEmpty);
        method.name = restName(method.desc);
        method.desc = "()V";
        method.signature = null;
        method.exceptions.clear();
        method.access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC;
        method.localVariables = null;
        method.parameters = null;
        method.visibleAnnotableParameterCount = 0;
        method.invisibleAnnotableParameterCount = 0;
        method.visibleAnnotations = null;
        method.invisibleAnnotations = null;
        method.visibleTypeAnnotations = null;
        method.invisibleTypeAnnotations = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        method.visibleParameterAnnotations = null;
        method.invisibleParameterAnnotations = null;
    }

    private static boolean isEmpty(TryCatchBlockNode block) {
        AbstractInsnNode node = block.start;
        while (node != block.end) {
            if (node.getOpcode() >= 0) {
                return false;
            }
            node = node.getNext();
        }
        return true;
    }

    private List<Object> entrySlots() {
        return form == Form.REST ? List.of(owner) : FrameTypes.atEntry(owner, isStatic(), method.desc);
    }

    private static FrameNode frame(List<Object> slots, List<Object> stack) {
        List<Object> locals = FrameTypes.compact(slots);
        return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
    }

    private boolean isStatic() {
        return (method.access & Opcodes.ACC_STATIC) != 0;
    }

    private boolean storesTo0() {
        for (AbstractInsnNode node : method.instructions) {
            if (node.getOpcode() == Opcodes.ASTORE && ((VarInsnNode) node).var == 0) {
                return true;
            }
        }
        return false;
    }
}
