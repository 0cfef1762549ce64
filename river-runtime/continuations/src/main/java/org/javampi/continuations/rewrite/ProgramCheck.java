package org.javampi.continuations.rewrite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.javampi.continuations.Obstacle;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Lists, without running a program, the places where it cannot be frozen, or not be saved. What depends on values that
 * only a run has, such as the class of an object in a field, is found by the run.
 */
public final class ProgramCheck {
    private static final String ITSELF = "make the call from the program itself, in a loop for example";

    private final ProgramClasses program;
    private final Reach reach;
    private final SavableTypes savable;
    private final Set<Obstacle> found = new LinkedHashSet<>();

    private ProgramCheck(ProgramClasses program, FreezeCalls freezes) {
        this.program = program;
        this.reach = new Reach(program, freezes);
        this.savable = new SavableTypes(program);
    }

    /** All places of a program, by class and line. */
    public static List<Obstacle> of(ProgramClasses program, FreezeCalls freezes) {
        ProgramCheck check = new ProgramCheck(program, freezes);
        for (ClassNode type : program.all()) {
            check.check(type);
        }
        return new ArrayList<>(check.found);
    }

    private void check(ClassNode type) {
        for (FieldNode field : type.fields) {
            boolean isConstant = field.value != null;
            if ((field.access & Opcodes.ACC_STATIC) != 0 && !isConstant) {
                String fault = savable.fault(Type.getType(field.desc));
                if (fault != null) {
                    add(
                            type,
                            field.name,
                            0,
                            "the static field holds " + fault + ", which cannot be saved",
                            savable.remedy());
                }
            }
        }
        for (MethodNode method : type.methods) {
            if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
                check(type, method);
            }
        }
        found.addAll(program.rewritten(type.name, reach).obstacles());
    }

    private void check(ClassNode type, MethodNode method) {
        if (isCanonical(type, method) && reach.reaches(type.name, method.name, method.desc)) {
            add(
                    type,
                    method.name,
                    firstLine(method),
                    "a record is read back by its constructor, which would make its call again",
                    "make the call before, and give the constructor its result");
        }
        Walk walk = new Walk(type, method);
        int line = 0;
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof LineNumberNode number) {
                line = number.line;
            } else if (walk.isReachable() && node instanceof MethodInsnNode call) {
                check(type, method, call, line, walk);
            } else if (walk.isReachable() && node instanceof InvokeDynamicInsnNode text) {
                checkText(type, method, text, line, walk);
            }
            node.accept(walk);
        }
    }

    private void check(ClassNode type, MethodNode method, MethodInsnNode call, int line, Walk walk) {
        if (reach.leads(call)) {
            checkSite(type, method, call, line, walk);
        } else if (!program.has(call.owner)) {
            List<Object> arguments = walk.arguments(Type.getArgumentTypes(call.desc).length);
            for (Object argument : reach.begins(call) ? List.of() : arguments) {
                checkCallback(type, method, call, line, argument);
            }
            if (call.name.equals("start") && program.withSupertypes(call.owner).contains("java/lang/Thread")) {
                add(
                        type,
                        method.name,
                        line,
                        "a thread is started, whose frames are not saved",
                        "let it end, or wait without work, before the program can be frozen");
            }
        }
    }

    private void checkSite(ClassNode type, MethodNode method, MethodInsnNode call, int line, Walk walk) {
        String name = nameOf(call);
        if (method.name.equals("<clinit>")) {
            add(
                    type,
                    method.name,
                    line,
                    name + " is called while the class is initialised, and that cannot be left and entered again",
                    "make the call from a method, after the class is initialised");
        } else if (walk.isBeforeSuper()) {
            boolean isSuper = call.name.equals("<init>") && walk.isThis(call);
            add(
                    type,
                    method.name,
                    line,
                    isSuper
                            ? "the constructor of " + dotted(call.owner)
                                    + " reaches a call that may freeze before this one has returned from super() or this()"
                            : name
                                    + " is called before super() or this() has returned, and an object without its fields"
                                    + " cannot be saved",
                    "make the call after super(), or in a method");
        } else {
            checkLocals(type, method, call, line, walk);
        }
    }

    /** What is held across the call, and cannot be written. */
    private void checkLocals(ClassNode type, MethodNode method, MethodInsnNode call, int line, Walk walk) {
        BitSet live = walk.liveness().across(call);
        for (int slot = live.nextSetBit(0); slot >= 0; slot = live.nextSetBit(slot + 1)) {
            Object held = slot < walk.locals.size() ? walk.locals.get(slot) : Opcodes.TOP;
            if (held instanceof String name && !name.startsWith(Walk.LAMBDA)) {
                String fault = savable.fault(Type.getObjectType(name));
                if (fault != null) {
                    add(
                            type,
                            method.name,
                            line,
                            fault + " is held across " + nameOf(call) + ", and cannot be saved",
                            savable.remedy());
                }
            }
        }
    }

    private void checkCallback(ClassNode type, MethodNode method, MethodInsnNode call, int line, Object argument) {
        if (argument instanceof String name) {
            boolean isLambda = name.startsWith(Walk.LAMBDA);
            if (isLambda || !name.startsWith("[") && program.has(name) && isCalledBack(name)) {
                boolean isThread = program.withSupertypes(call.owner).contains("java/lang/Thread");
                add(
                        type,
                        method.name,
                        line,
                        (isLambda ? "a lambda" : "an object of " + dotted(name))
                                + " that reaches a call that may freeze is given to "
                                + nameOf(call)
                                + (isThread
                                        ? ", and the frames of other threads are not saved"
                                        : ", whose own frame cannot be saved"),
                        ITSELF);
            }
        }
    }

    private void checkText(ClassNode type, MethodNode method, InvokeDynamicInsnNode text, int line, Walk walk) {
        if (text.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            for (Object argument : walk.arguments(Type.getArgumentTypes(text.desc).length)) {
                if (argument instanceof String name
                        && program.has(name)
                        && leads(name, "toString", "()Ljava/lang/String;")) {
                    add(
                            type,
                            method.name,
                            line,
                            "toString of " + dotted(name)
                                    + " reaches a call that may freeze, and code of the JDK calls it for a text",
                            "call toString before, into a variable");
                }
            }
        }
    }

    /** Whether a method that reaches a freezing call is one that the JDK knows of the object. */
    private boolean isCalledBack(String name) {
        Set<String> above = program.withSupertypes(name);
        for (String own : above) {
            if (program.has(own)) {
                for (MethodNode method : program.node(own).methods) {
                    if ((method.access & Opcodes.ACC_STATIC) == 0
                            && !method.name.equals("<init>")
                            && reach.reaches(own, method.name, method.desc)
                            && above.stream()
                                    .anyMatch(other ->
                                            !program.has(other) && program.declares(other, method.name, method.desc))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean leads(String owner, String name, String descriptor) {
        return program.withSupertypes(owner).stream().anyMatch(own -> reach.reaches(own, name, descriptor));
    }

    private static boolean isCanonical(ClassNode type, MethodNode method) {
        if (!"java/lang/Record".equals(type.superName) || !method.name.equals("<init>")) {
            return false;
        }
        StringBuilder descriptor = new StringBuilder("(");
        type.recordComponents.forEach(component -> descriptor.append(component.descriptor));
        return method.desc.equals(descriptor + ")V");
    }

    private static int firstLine(MethodNode method) {
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    private void add(ClassNode type, String member, int line, String reason, String remedy) {
        found.add(new Obstacle(dotted(type.name), member, line, reason, remedy));
    }

    private static String nameOf(MethodInsnNode call) {
        String simple = dotted(call.owner);
        return call.name.equals("<init>") ? "the constructor of " + simple : simple + "." + call.name;
    }

    private static String dotted(String name) {
        return name.replace('/', '.');
    }

    /** The types at each instruction of a method; the type of a lambda that reaches a freezing call is marked. */
    private final class Walk extends AnalyzerAdapter {
        static final String LAMBDA = "lambda ";

        private final MethodNode method;
        private Liveness liveness;

        Walk(ClassNode type, MethodNode method) {
            super(Opcodes.ASM9, type.name, method.access, method.name, method.desc, null);
            this.method = method;
        }

        boolean isReachable() {
            return locals != null;
        }

        boolean isBeforeSuper() {
            return locals.contains(Opcodes.UNINITIALIZED_THIS);
        }

        boolean isThis(MethodInsnNode constructor) {
            int words = Type.getArgumentsAndReturnSizes(constructor.desc) >> 2;
            return stack.get(stack.size() - words) == Opcodes.UNINITIALIZED_THIS;
        }

        Liveness liveness() {
            if (liveness == null) {
                liveness = new Liveness(method);
            }
            return liveness;
        }

        /** The topmost values of the stack. */
        List<Object> arguments(int count) {
            List<Object> values = new ArrayList<>();
            int top = stack.size();
            while (values.size() < count) {
                top--;
                boolean isWide = stack.get(top) == Opcodes.TOP;
                top -= isWide ? 1 : 0;
                values.add(stack.get(top));
            }
            return values;
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            if (stack != null && reach.leads(new InvokeDynamicInsnNode(name, descriptor, bootstrap, arguments))) {
                int top = stack.size() - 1;
                stack.set(top, LAMBDA + stack.get(top));
            }
        }
    }
}
