package org.javampi.river.rai;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.javampi.river.farm.ObjectBytes;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.RequestException;
import org.javampi.river.resource.River;

/** A resource's exports as seen from here: each use is a request to it. */
final class RemoteResource implements RemoteVr {
    /** A resource that has just begun to live may not have exported yet: for so long it is asked again. */
    private static final long GRACE_NS = TimeUnit.SECONDS.toNanos(3);

    private static final long AGAIN_MS = 10;

    private final River river;
    private final UUID resource;
    private final long bornNs = System.nanoTime();

    RemoteResource(River river, UUID resource) {
        this.river = river;
        this.resource = resource;
    }

    @Override
    public Object call(String n, Object... args) throws Exception {
        return use("call", n, RemoteResource.class, Map.of(), args);
    }

    @Override
    public Object get(String n) throws Exception {
        return use("get", n, RemoteResource.class, Map.of());
    }

    @Override
    public void set(String n, Object v) throws Exception {
        use("set", n, RemoteResource.class, Map.of(), v);
    }

    @Override
    public <T> T create(String className, Class<T> i, Object... args) throws Exception {
        return i.cast(use("create", className, i, Map.of("interface", i.getName()), args));
    }

    @Override
    public <T> T as(String n, Class<T> i) {
        return i.cast(proxy(n, i.getClassLoader(), i));
    }

    private Object proxy(String name, ClassLoader classes, Class<?>... types) {
        return Proxy.newProxyInstance(classes, types, new Stub(name));
    }

    /** Turns a method call into a request. */
    private final class Stub implements InvocationHandler {
        private final String name;

        Stub(String name) {
            this.name = name;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
            Object[] arguments = given == null ? new Object[0] : given;
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "toString" -> name + " of resource " + resource;
                    case "hashCode" -> 31 * resource.hashCode() + name.hashCode();
                    default ->
                        arguments[0] != null
                                && Proxy.isProxyClass(arguments[0].getClass())
                                && Proxy.getInvocationHandler(arguments[0]) instanceof Stub other
                                && other.name.equals(name)
                                && other.owner().equals(resource);
                };
            }
            Map<String, Object> what = Map.of("method", method.getName(), "types", Exports.typesOf(method));
            Class<?> type = method.getReturnType();
            if (type == CompletableFuture.class || type == CompletionStage.class) {
                return begin("invoke", name, method.getDeclaringClass(), what, arguments);
            }
            try {
                return use("invoke", name, method.getDeclaringClass(), what, arguments);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable thrown) {
                if (Arrays.stream(method.getExceptionTypes()).anyMatch(declared -> declared.isInstance(thrown))) {
                    throw thrown;
                }
                throw new RemoteException(thrown.toString(), thrown);
            }
        }

        private UUID owner() {
            return resource;
        }
    }

    private Map<String, Object> request(String what, String name, Class<?> origin, Map<String, ?> more, Object[] args) {
        Class<?> known = origin;
        for (Object argument : args) {
            // The program's classes, if any argument is of one.
            if (argument != null && argument.getClass().getClassLoader() != null) {
                known = argument.getClass();
            }
        }
        Map<String, Object> request = new LinkedHashMap<>(more);
        request.put("do", what);
        request.put("name", name);
        request.put("loader", river.offerClasses(known));
        request.put("arguments", ObjectBytes.of(args, "an argument of " + name));
        return request;
    }

    private Object use(String what, String name, Class<?> origin, Map<String, ?> more, Object... args)
            throws Exception {
        Map<String, Object> request = request(what, name, origin, more, args);
        while (true) {
            RiverMessage answer = null;
            RemoteException refusal;
            try {
                answer = river.request(resource, Exports.SERVICE, request).get();
                if (!answer.has("refused")) {
                    return result(answer, origin);
                }
                refusal = new RemoteException(river.describe(answer.source()) + ": " + answer.getString("refused"));
            } catch (ExecutionException e) {
                if (e.getCause() instanceof LostException loss) {
                    LostException here = new LostException(loss.resource(), loss.machine(), loss.getMessage());
                    here.initCause(loss);
                    throw here;
                }
                refusal = new RemoteException(e.getCause().getMessage(), e.getCause());
                if (!(e.getCause() instanceof RequestException missing) || !missing.isServiceMissing()) {
                    throw refusal;
                }
            }
            if (System.nanoTime() - bornNs > GRACE_NS) {
                throw refusal;
            }
            Thread.sleep(AGAIN_MS);
        }
    }

    private CompletableFuture<Object> begin(
            String what, String name, Class<?> origin, Map<String, ?> more, Object[] args) {
        Map<String, Object> request = request(what, name, origin, more, args);
        try {
            return river.request(resource, Exports.SERVICE, request).thenApply(answer -> {
                try {
                    if (answer.has("refused")) {
                        throw new RemoteException(river.describe(answer.source()) + ": " + answer.getString("refused"));
                    }
                    return result(answer, origin);
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        }
    }

    private static ClassLoader classes(Class<?> origin) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return origin == RemoteResource.class && context != null ? context : origin.getClassLoader();
    }

    private Object result(RiverMessage answer, Class<?> origin) throws Exception {
        ClassLoader classes = classes(origin);
        if (answer.has("thrown")) {
            Throwable thrown =
                    ((Thrown) read(answer.getBytes("thrown"), RemoteResource.class.getClassLoader())).here(classes);
            if (thrown instanceof Error error) {
                throw error;
            }
            throw thrown instanceof Exception exception ? exception : new RemoteException(thrown.toString(), thrown);
        }
        Object value = read(answer.getBytes("value"), classes);
        return value instanceof Reference reference ? resolve(reference, classes) : value;
    }

    private static Object read(byte[] bytes, ClassLoader classes) {
        try {
            return ObjectBytes.read(bytes, classes);
        } catch (IOException | ClassNotFoundException e) {
            throw new RemoteException("the result cannot be read here: " + e, e);
        }
    }

    private Object resolve(Reference reference, ClassLoader classes) throws ClassNotFoundException {
        Class<?>[] types = new Class<?>[reference.interfaces().size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = Class.forName(reference.interfaces().get(i), false, classes);
        }
        RemoteResource owner =
                reference.resource().equals(resource) ? this : new RemoteResource(river, reference.resource());
        return owner.proxy(reference.name(), classes, types);
    }
}
