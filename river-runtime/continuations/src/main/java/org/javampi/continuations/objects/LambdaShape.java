package org.javampi.continuations.objects;

import java.io.Serializable;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * What a lambda is made of, but for the values it has captured. Equal for all objects of one place in a program.
 *
 * @param capturing class that the lambda stands in
 * @param type the functional interface
 * @param others further interfaces, as names with commas between
 */
record LambdaShape(
        String capturing,
        String type,
        String others,
        String name,
        String signature,
        int kind,
        String implementor,
        String implementation,
        String implementationSignature,
        String instantiated)
        implements Serializable {

    /** How an object of a hidden class says what it is made of; null if it does not. */
    static SerializedLambda describe(Object lambda) {
        try {
            Method method = lambda.getClass().getDeclaredMethod("writeReplace");
            Object described = RawMemory.open().trusted().unreflect(method).invoke(lambda);
            return described instanceof SerializedLambda serialized ? serialized : null;
        } catch (NoSuchMethodException e) {
            return null;
        } catch (Throwable e) {
            throw new IllegalStateException("lambda " + lambda.getClass().getName(), e);
        }
    }

    static LambdaShape of(Object lambda, SerializedLambda described) {
        List<String> others = new ArrayList<>();
        for (Class<?> implemented : lambda.getClass().getInterfaces()) {
            String name = implemented.getName();
            if (!name.equals(described.getFunctionalInterfaceClass().replace('/', '.'))
                    && implemented != Serializable.class) {
                others.add(name);
            }
        }
        return new LambdaShape(
                described.getCapturingClass().replace('/', '.'),
                described.getFunctionalInterfaceClass().replace('/', '.'),
                String.join(",", others),
                described.getFunctionalInterfaceMethodName(),
                described.getFunctionalInterfaceMethodSignature(),
                described.getImplMethodKind(),
                described.getImplClass().replace('/', '.'),
                described.getImplMethodName(),
                described.getImplMethodSignature(),
                described.getInstantiatedMethodType());
    }

    String describe() {
        return capturing + " (" + implementor + "." + implementation + ")";
    }

    /** Takes what is captured, and makes the object. */
    MethodHandle factory(ClassLoader loader) throws Throwable {
        Class<?> host = Class.forName(capturing, false, loader);
        Class<?> functional = Class.forName(type, false, loader);
        Class<?> owner = Class.forName(implementor, false, loader);
        MethodHandles.Lookup lookup = RawMemory.open().trusted().in(host);
        MethodType implemented = MethodType.fromMethodDescriptorString(implementationSignature, loader);
        MethodType called = MethodType.fromMethodDescriptorString(signature, loader);
        MethodHandle method =
                switch (kind) {
                    case MethodHandleInfo.REF_invokeStatic -> lookup.findStatic(owner, implementation, implemented);
                    case MethodHandleInfo.REF_newInvokeSpecial ->
                        lookup.findConstructor(owner, implemented.changeReturnType(void.class));
                    case MethodHandleInfo.REF_invokeSpecial ->
                        lookup.findSpecial(owner, implementation, implemented, host);
                    default -> lookup.findVirtual(owner, implementation, implemented);
                };
        List<Class<?>> captured = new ArrayList<>();
        if (kind != MethodHandleInfo.REF_invokeStatic && kind != MethodHandleInfo.REF_newInvokeSpecial) {
            captured.add(owner);
        }
        captured.addAll(implemented.parameterList());
        MethodType made =
                MethodType.methodType(functional, captured.subList(0, captured.size() - called.parameterCount()));
        List<Object> arguments =
                new ArrayList<>(List.of(called, method, MethodType.fromMethodDescriptorString(instantiated, loader)));
        int flags = LambdaMetafactory.FLAG_SERIALIZABLE;
        List<Class<?>> markers = new ArrayList<>();
        for (String other : others.split(",")) {
            if (!other.isEmpty()) {
                markers.add(Class.forName(other, false, loader));
            }
        }
        arguments.add(markers.isEmpty() ? flags : flags | LambdaMetafactory.FLAG_MARKERS);
        if (!markers.isEmpty()) {
            arguments.add(markers.size());
            arguments.addAll(markers);
        }
        CallSite site = LambdaMetafactory.altMetafactory(lookup, name, made, arguments.toArray());
        return site.getTarget();
    }
}
