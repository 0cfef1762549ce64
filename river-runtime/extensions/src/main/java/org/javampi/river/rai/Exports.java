package org.javampi.river.rai;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.javampi.river.farm.ObjectBytes;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.River;

/**
 * What one resource exports, and the service that calls it.
 *
 * <pre>
 *  do      with                                             answered by
 *  call    name, loader, arguments                          value
 *  invoke  name, method, types (of parameters), loader,     value
 *          arguments
 *  get     name                                             value
 *  set     name, loader, arguments (one)                    value (null)
 *  create  name (a class), interface, loader, arguments     value (a Reference)
 *
 *  Any may be answered by thrown instead, or by refused with a text.
 * </pre>
 */
final class Exports {
    static final String SERVICE = "rai";

    private final River river;
    private final UUID resource;
    private final Map<String, Exported> objects = new ConcurrentHashMap<>();
    private final Map<String, RemoteFunction> functions = new ConcurrentHashMap<>();
    private final Map<String, AtomicReference<Object>> variables = new ConcurrentHashMap<>();

    /** Interfaces under which anything is exported: results of these types stay here. */
    private final Set<Class<?>> interfaces = ConcurrentHashMap.newKeySet();

    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean unrestricted;

    Exports(River river, UUID resource) {
        this.river = river;
        this.resource = resource;
        river.serve(resource, SERVICE, this::answer);
    }

    private record Exported(Object target, Set<Class<?>> interfaces) {}

    /** A call of something that is not exported. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String text) {
            super(text);
        }
    }

    void add(String name, Object target, Class<?>... types) {
        Set<Class<?>> all = types.length == 0 ? interfacesOf(target.getClass()) : Set.of(types);
        Set<Class<?>> own = new LinkedHashSet<>(all);
        own.removeIf(type -> !type.isInstance(target));
        for (Class<?> type : all) {
            if (!type.isInterface()) {
                throw new IllegalArgumentException("export of " + name + ": " + type.getName()
                        + " is no interface, and only methods of interfaces can be called");
            }
        }
        if (own.isEmpty()) {
            throw new IllegalArgumentException(
                    "export of " + name + ": " + target.getClass().getName() + " implements none of " + all);
        }
        objects.put(name, new Exported(target, own));
        interfaces.addAll(all);
    }

    private static Set<Class<?>> interfacesOf(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            all.addAll(List.of(one.getInterfaces()));
        }
        return all;
    }

    void add(String name, RemoteFunction function) {
        functions.put(name, function);
    }

    void add(String name, AtomicReference<Object> variable) {
        variables.put(name, variable);
    }

    void unrestrict() {
        unrestricted = true;
        System.err.println("[river: resource " + resource + " lets every VM of this River make objects of any class]");
    }

    private Map<String, ?> answer(RiverMessage request) {
        try {
            return Map.of("value", ObjectBytes.of(perform(request), "the result of " + request.getString("name")));
        } catch (Refusal e) {
            return Map.of("refused", e.getMessage());
        } catch (Throwable thrown) {
            // Whatever it is, its Errors included: the caller waits for it.
            return Map.of("thrown", ObjectBytes.of(Thrown.of(thrown), "the exception"));
        }
    }

    private Object perform(RiverMessage request) throws Throwable {
        String name = request.getString("name");
        return switch (request.getString("do")) {
            case "call" -> call(name, arguments(request));
            case "invoke" -> invoke(name, request);
            case "get" -> variable(name).get();
            case "set" -> {
                variable(name).set(arguments(request)[0]);
                yield null;
            }
            case "create" -> create(name, request);
            default -> throw new Refusal("there is no way to " + request.get("do"));
        };
    }

    private ClassLoader classes(RiverMessage request) {
        return river.classesOf(request.source(), request.getInt("loader"));
    }

    private Object[] arguments(RiverMessage request) throws IOException, ClassNotFoundException {
        return (Object[]) ObjectBytes.read(request.getBytes("arguments"), classes(request));
    }

    private Object call(String name, Object[] arguments) throws Throwable {
        RemoteFunction function = functions.get(name);
        if (function != null) {
            return function.call(arguments);
        }
        int dot = name.lastIndexOf('.');
        Exported exported = dot < 0 ? null : objects.get(name.substring(0, dot));
        if (exported == null) {
            throw new Refusal("no function '" + name + "' is exported; there are " + new TreeSet<>(functions.keySet()));
        }
        for (Class<?> type : exported.interfaces) {
            for (Method method : type.getMethods()) {
                if (method.getName().equals(name.substring(dot + 1))
                        && method.getParameterCount() == arguments.length) {
                    return invoke(exported.target, method, arguments);
                }
            }
        }
        throw new Refusal(
                "'" + name + "' is no method of an exported interface with " + arguments.length + " parameters");
    }

    private AtomicReference<Object> variable(String name) throws Refusal {
        AtomicReference<Object> variable = variables.get(name);
        if (variable == null) {
            throw new Refusal("no variable '" + name + "' is exported; there are " + new TreeSet<>(variables.keySet()));
        }
        return variable;
    }

    private Object invoke(String name, RiverMessage request) throws Throwable {
        Exported exported = objects.get(name);
        if (exported == null) {
            throw new Refusal("no object '" + name + "' is exported; there are " + new TreeSet<>(objects.keySet()));
        }
        String wanted = request.getString("method");
        List<?> types = request.getList("types");
        for (Class<?> type : exported.interfaces) {
            for (Method method : type.getMethods()) {
                if (method.getName().equals(wanted) && typesOf(method).equals(types)) {
                    return invoke(exported.target, method, arguments(request));
                }
            }
        }
        throw new Refusal("'" + name + "' is not exported with a method " + wanted + types);
    }

    /** The names of a method's parameter types, by which it is found on the other side. */
    static List<String> typesOf(Method method) {
        List<String> names = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            names.add(type.getName());
        }
        return names;
    }

    private Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        Object result;
        try {
            // Of a class that is not public, perhaps: its interface is exported all the same.
            method.setAccessible(true);
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        Class<?> declared = method.getReturnType();
        if (result instanceof CompletionStage<?> stage) {
            try {
                result = stage.toCompletableFuture().get();
                declared = Object.class;
            } catch (ExecutionException e) {
                throw e.getCause();
            }
        }
        return stays(declared, result) ? reference(result) : result;
    }

    /** Whether a result is no copy but stays here: it is of an exported interface. */
    private boolean stays(Class<?> declared, Object result) {
        return result != null
                && interfaces.stream().anyMatch(type -> type.isInstance(result))
                && (declared.isInterface() || declared == Object.class);
    }

    private Reference reference(Object object) {
        Set<Class<?>> types = new LinkedHashSet<>(interfaces);
        types.removeIf(type -> !type.isInstance(object));
        for (Map.Entry<String, Exported> known : objects.entrySet()) {
            if (known.getValue().target == object) {
                return reference(known.getKey(), types);
            }
        }
        String name = "#" + numbers.incrementAndGet();
        objects.put(name, new Exported(object, types));
        return reference(name, types);
    }

    private Reference reference(String name, Set<Class<?>> types) {
        return new Reference(
                resource,
                name,
                new ArrayList<>(types.stream().map(Class::getName).toList()));
    }

    private Object create(String className, RiverMessage request) throws Throwable {
        if (!unrestricted) {
            throw new Refusal("objects of " + className + " cannot be made: the resource has not called"
                    + " RemoteAccess.unrestricted()");
        }
        Object[] arguments = arguments(request);
        ClassLoader classes = classes(request);
        Class<?> type = Class.forName(className, true, classes);
        Class<?> face = Class.forName(request.getString("interface"), false, classes);
        System.err.println("[river: resource " + resource + ": a " + className + " for VM " + request.source() + "]");
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == arguments.length) {
                try {
                    constructor.setAccessible(true);
                    Object made = constructor.newInstance(arguments);
                    String name = "#" + numbers.incrementAndGet();
                    add(name, made, face);
                    return reference(name, Set.of(face));
                } catch (IllegalArgumentException e) {
                    // Another constructor with as many parameters may fit.
                    continue;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
        throw new Refusal(className + " has no constructor for " + arguments.length + " such arguments");
    }
}
