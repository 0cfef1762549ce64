package org.javampi.continuations.rewrite;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * From which methods of a program a call can be reached that may freeze. A call of a name and descriptor may arrive in
 * each method of that name and descriptor whose class can be the object's; rather too many than one too few.
 */
final class Reach {
    private final ProgramClasses program;
    private final FreezeCalls freezes;

    /** Of each name and descriptor, the types that declare a method of it from which a freezing call is reached. */
    private final Map<String, Set<String>> reaching = new HashMap<>();

    private final Map<String, Boolean> answers = new HashMap<>();

    Reach(ProgramClasses program, FreezeCalls freezes) {
        this.program = program;
        this.freezes = freezes;
        boolean more = true;
        while (more) {
            answers.clear();
            more = false;
            for (ClassNode type : program.all()) {
                for (MethodNode method : type.methods) {
                    more |= scan(type, method);
                }
            }
        }
        answers.clear();
    }

    /** Whether a method of the program reaches a freezing call. */
    boolean reaches(String owner, String name, String descriptor) {
        return reaching.getOrDefault(name + descriptor, Set.of()).contains(owner);
    }

    /** Whether the call lets what it is given run in a thread that can be frozen. */
    boolean begins(MethodInsnNode call) {
        return freezes.begins(call.owner, call.name);
    }

    /** Whether the call itself may freeze. */
    boolean freezes(MethodInsnNode call) {
        return freezes(call.owner, call.name, call.desc);
    }

    /** Whether the call may freeze, or arrives in a method that reaches one that may. */
    boolean leads(MethodInsnNode call) {
        return leads(call.getOpcode() == Opcodes.INVOKESTATIC, call.owner, call.name, call.desc);
    }

    /** Whether the object that is made here has a method that reaches a freezing call. */
    boolean leads(InvokeDynamicInsnNode lambda) {
        Handle target = targetOf(lambda);
        return target != null
                && leads(
                        target.getTag() == Opcodes.H_INVOKESTATIC,
                        target.getOwner(),
                        target.getName(),
                        target.getDesc());
    }

    /** The method that a lambda or a method reference calls, or null for any other use of the instruction. */
    static Handle targetOf(InvokeDynamicInsnNode node) {
        return node.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory") ? (Handle) node.bsmArgs[1] : null;
    }

    private boolean freezes(String owner, String name, String descriptor) {
        return !name.equals("<init>") && freezes.mayFreeze(owner, name, descriptor);
    }

    private boolean scan(ClassNode type, MethodNode method) {
        boolean more = false;
        boolean reached = reaches(type.name, method.name, method.desc);
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof MethodInsnNode call && !reached && leads(call)) {
                reached = true;
                more |= add(type.name, method.name, method.desc);
            } else if (node instanceof InvokeDynamicInsnNode lambda && leads(lambda)) {
                String made = Type.getReturnType(lambda.desc).getInternalName();
                more |= add(made, lambda.name, ((Type) lambda.bsmArgs[0]).getDescriptor());
            }
        }
        return more;
    }

    private boolean add(String owner, String name, String descriptor) {
        boolean added = reaching.computeIfAbsent(name + descriptor, key -> new HashSet<>())
                .add(owner);
        if (added) {
            answers.clear();
        }
        return added;
    }

    private boolean leads(boolean isStatic, String owner, String name, String descriptor) {
        if (freezes(owner, name, descriptor)) {
            return true;
        }
        Set<String> owners = reaching.get(name + descriptor);
        return owners != null
                && answers.computeIfAbsent(
                        isStatic + owner + "." + name + descriptor, key -> leads(isStatic, owner, name, owners));
    }

    private boolean leads(boolean isStatic, String owner, String name, Set<String> owners) {
        if (owners.contains(owner)) {
            return true;
        }
        if (name.equals("<init>")) {
            return false;
        }
        Set<String> above = program.withSupertypes(owner);
        if (owners.stream().anyMatch(above::contains)) {
            return true;
        }
        return !isStatic && owners.stream().anyMatch(declaring -> mayBe(declaring, owner));
    }

    /** Whether an object can be of both types. */
    private boolean mayBe(String declaring, String owner) {
        if (program.withSupertypes(declaring).contains(owner)) {
            return true;
        }
        for (ClassNode type : program.all()) {
            Set<String> above = program.withSupertypes(type.name);
            if (above.contains(owner) && above.contains(declaring)) {
                return true;
            }
        }
        return false;
    }
}
