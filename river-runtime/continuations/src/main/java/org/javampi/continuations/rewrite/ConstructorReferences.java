package org.javampi.continuations.rewrite;

import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * References to constructors, as {@code Part::new}. The object that the JDK makes for one calls the constructor itself, and
 * would make a new object on the way back. Where the constructor may freeze, it is called by a method of the class that
 * the reference stands in, as javac does for {@code x -> new Part(x)}.
 */
final class ConstructorReferences {
    private static final String NAME = "javampi$new$";
    private static final int TARGET = 1;

    private ConstructorReferences() {}

    /** Gives a class those methods; without effect where no such constructor is referred to. */
    static void callBy(ClassNode node, Reach reach) {
        int made = 0;
        for (MethodNode method : List.copyOf(node.methods)) {
            for (AbstractInsnNode code : method.instructions) {
                if (code instanceof InvokeDynamicInsnNode lambda
                        && Reach.targetOf(lambda) != null
                        && Reach.targetOf(lambda).getTag() == Opcodes.H_NEWINVOKESPECIAL
                        && reach.leads(lambda)) {
                    MethodNode caller = caller(NAME + made++, Reach.targetOf(lambda));
                    node.methods.add(caller);
                    lambda.bsmArgs = lambda.bsmArgs.clone();
                    lambda.bsmArgs[TARGET] = new Handle(
                            Opcodes.H_INVOKESTATIC,
                            node.name,
                            caller.name,
                            caller.desc,
                            (node.access & Opcodes.ACC_INTERFACE) != 0);
                }
            }
        }
    }

    private static MethodNode caller(String name, Handle constructor) {
        Type[] arguments = Type.getArgumentTypes(constructor.getDesc());
        MethodNode caller = new MethodNode(
                Opcodes.ASM9,
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                name,
                Type.getMethodDescriptor(Type.getObjectType(constructor.getOwner()), arguments),
                null,
                null);
        caller.instructions.add(new TypeInsnNode(Opcodes.NEW, constructor.getOwner()));
        caller.instructions.add(new InsnNode(Opcodes.DUP));
        int slot = 0;
        for (Type argument : arguments) {
            caller.instructions.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), slot));
            slot += argument.getSize();
        }
        caller.instructions.add(
                new MethodInsnNode(Opcodes.INVOKESPECIAL, constructor.getOwner(), "<init>", constructor.getDesc()));
        caller.instructions.add(new InsnNode(Opcodes.ARETURN));
        caller.maxLocals = slot;
        caller.maxStack = slot + 2;
        return caller;
    }
}
