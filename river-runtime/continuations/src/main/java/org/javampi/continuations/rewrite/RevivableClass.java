package org.javampi.continuations.rewrite;

import java.lang.invoke.LambdaMetafactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.javampi.continuations.Initialisation;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class whose objects and statics can be made again in another JVM. Its lambdas can say what they are made of, as
 * serializable ones do, and its initialiser does nothing where its statics come from an earlier life.
 */
public final class RevivableClass {
    private static final String FACTORY = Type.getInternalName(LambdaMetafactory.class);
    private static final String PLAIN = "metafactory";
    private static final String FLAGGED = "altMetafactory";

    /** Tag in the constant pool: JVMS, table 4.4-A. */
    private static final int STRING = 8;

    /** Index of the flags among the arguments of the flagged factory. */
    private static final int FLAGS = 3;

    private static final String FLAGGED_DESCRIPTOR =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";

    private RevivableClass() {}

    /** The class file to define instead of {@code original}; the same array if nothing is to be changed. */
    public static byte[] of(byte[] original) {
        ClassNode node = new ClassNode();
        new ClassReader(original).accept(node, 0);
        boolean changed = false;
        for (MethodNode method : node.methods) {
            changed |= describeLambdas(method);
            if (method.name.equals("<clinit>") && (node.version & 0xffff) >= Opcodes.V1_7) {
                guard(node.name, method);
                changed = true;
            }
        }
        if (!changed) {
            return original;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    /** The texts that are literals in a class file. */
    public static Set<String> texts(byte[] original) {
        ClassReader reader = new ClassReader(original);
        char[] buffer = new char[reader.getMaxStringLength()];
        Set<String> texts = new HashSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item != 0 && reader.readByte(item - 1) == STRING) {
                texts.add(reader.readUTF8(item, buffer));
            }
        }
        return texts;
    }

    private static boolean describeLambdas(MethodNode method) {
        boolean changed = false;
        for (AbstractInsnNode code : method.instructions) {
            if (code instanceof InvokeDynamicInsnNode lambda
                    && lambda.bsm.getOwner().equals(FACTORY)) {
                Object[] arguments = lambda.bsmArgs;
                if (lambda.bsm.getName().equals(PLAIN)) {
                    arguments = Arrays.copyOf(arguments, arguments.length + 1);
                    arguments[FLAGS] = LambdaMetafactory.FLAG_SERIALIZABLE;
                    lambda.bsm = new Handle(Opcodes.H_INVOKESTATIC, FACTORY, FLAGGED, FLAGGED_DESCRIPTOR, false);
                } else {
                    arguments = arguments.clone();
                    arguments[FLAGS] = (Integer) arguments[FLAGS] | LambdaMetafactory.FLAG_SERIALIZABLE;
                }
                lambda.bsmArgs = arguments;
                changed = true;
            }
        }
        return changed;
    }

    private static void guard(String owner, MethodNode initialiser) {
        InsnList head = new InsnList();
        LabelNode begin = new LabelNode();
        head.add(new LdcInsnNode(Type.getObjectType(owner)));
        head.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(Initialisation.class),
                "isDone",
                "(Ljava/lang/Class;)Z",
                false));
        head.add(new JumpInsnNode(Opcodes.IFEQ, begin));
        head.add(new InsnNode(Opcodes.RETURN));
        head.add(begin);
        head.add(new FrameNode(Opcodes.F_SAME, 0, null, 0, null));
        // Two stack maps must not stand at one instruction.
        head.add(new InsnNode(Opcodes.NOP));
        initialiser.instructions.insert(head);
    }
}
