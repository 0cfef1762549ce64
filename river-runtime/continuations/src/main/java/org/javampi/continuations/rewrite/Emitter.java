package org.javampi.continuations.rewrite;

import org.javampi.continuations.Frame;
import org.javampi.continuations.FreezeSignal;
import org.javampi.continuations.Resumption;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The instructions that rewritten code is made of. */
final class Emitter {
    static final String FRAME = Type.getInternalName(Frame.class);
    static final String SIGNAL = Type.getInternalName(FreezeSignal.class);
    private static final String RESUMPTION = Type.getInternalName(Resumption.class);

    private Emitter() {}

    static MethodInsnNode onFrame(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKEVIRTUAL, FRAME, name, descriptor, false);
    }

    static FieldInsnNode active() {
        return new FieldInsnNode(Opcodes.GETSTATIC, RESUMPTION, "active", "I");
    }

    static MethodInsnNode enter() {
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, RESUMPTION, "enter", "(Ljava/lang/String;)L" + FRAME + ";", false);
    }

    static MethodInsnNode constructed() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, RESUMPTION, "constructed", "()Ljava/lang/Object;", false);
    }

    /** From the signal on the stack to a new frame above it. */
    static InsnList newFrame(String method, int site) {
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new LdcInsnNode(method));
        code.add(number(site));
        code.add(new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL, SIGNAL, "frame", "(Ljava/lang/String;I)L" + FRAME + ";", false));
        return code;
    }

    private static AbstractInsnNode number(int value) {
        return value <= Short.MAX_VALUE ? new IntInsnNode(Opcodes.SIPUSH, value) : new LdcInsnNode(value);
    }

    /** Puts a local into the frame on the stack, which stays there. */
    static InsnList put(int slot, Object type) {
        InsnList code = new InsnList();
        code.add(load(slot, type));
        code.add(onFrame("put", "(" + carrier(type) + ")L" + FRAME + ";"));
        return code;
    }

    /** Takes a local out of the frame on the stack, which stays there. */
    static InsnList take(int slot, Object type) {
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP));
        String kind = FrameTypes.isReference(type) ? "Object" : name(type);
        code.add(onFrame("take" + kind, "()" + carrier(type)));
        if (FrameTypes.isReference(type) && !type.equals("java/lang/Object")) {
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, (String) type));
        }
        code.add(store(slot, type));
        return code;
    }

    /** Gives a local that is not needed a value of its type, for the verifier. */
    static InsnList blank(int slot, Object type) {
        InsnList code = new InsnList();
        code.add(blank(type));
        code.add(store(slot, type));
        return code;
    }

    static InsnNode blank(Object type) {
        if (type == Opcodes.INTEGER) {
            return new InsnNode(Opcodes.ICONST_0);
        } else if (type == Opcodes.LONG) {
            return new InsnNode(Opcodes.LCONST_0);
        } else if (type == Opcodes.FLOAT) {
            return new InsnNode(Opcodes.FCONST_0);
        } else if (type == Opcodes.DOUBLE) {
            return new InsnNode(Opcodes.DCONST_0);
        }
        return new InsnNode(Opcodes.ACONST_NULL);
    }

    static VarInsnNode load(int slot, Object type) {
        return new VarInsnNode(Type.getType(carrier(type)).getOpcode(Opcodes.ILOAD), slot);
    }

    static VarInsnNode store(int slot, Object type) {
        return new VarInsnNode(Type.getType(carrier(type)).getOpcode(Opcodes.ISTORE), slot);
    }

    private static String name(Object type) {
        if (type == Opcodes.INTEGER) {
            return "Int";
        } else if (type == Opcodes.LONG) {
            return "Long";
        } else if (type == Opcodes.FLOAT) {
            return "Float";
        }
        return "Double";
    }

    private static String carrier(Object type) {
        if (type == Opcodes.INTEGER) {
            return "I";
        } else if (type == Opcodes.LONG) {
            return "J";
        } else if (type == Opcodes.FLOAT) {
            return "F";
        } else if (type == Opcodes.DOUBLE) {
            return "D";
        }
        return "Ljava/lang/Object;";
    }
}
