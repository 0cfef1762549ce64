package org.javampi.continuations.objects;

import java.io.Serializable;
import java.lang.reflect.Array;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What stands in an image of a program for an object that is found or made again where the image is read. */
public abstract class StandIn implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of this package only. */
    StandIn() {}

    /** The object; called once. */
    public abstract Object resolve(ObjectReader reader);

    /** What the runtime has under a name in each life. */
    static final class OfRuntime extends StandIn {
        private static final long serialVersionUID = 1L;

        private final String name;

        OfRuntime(String name) {
            this.name = name;
        }

        @Override
        public Object resolve(ObjectReader reader) {
            return reader.outside().find(name);
        }
    }

    /** An object that is made without its constructor; its fields come later in the stream. */
    static final class Made extends StandIn {
        private static final long serialVersionUID = 1L;

        final int id;
        private final TypeName type;
        private final int length;
        private final int identityHash;

        /** @param length of an array, else -1 */
        Made(int id, TypeName type, int length, int identityHash) {
            this.id = id;
            this.type = type;
            this.length = length;
            this.identityHash = identityHash;
        }

        @Override
        public Object resolve(ObjectReader reader) {
            Class<?> found = reader.type(type);
            Object object =
                    length < 0 ? RawMemory.open().allocate(found) : Array.newInstance(found.getComponentType(), length);
            RawMemory.open().setIdentityHash(object, identityHash);
            reader.add(id, object);
            return object;
        }
    }

    /** A class. */
    static final class Type extends StandIn {
        private static final long serialVersionUID = 1L;

        private final TypeName type;

        Type(Class<?> type) {
            this.type = TypeName.of(type);
        }

        @Override
        public Object resolve(ObjectReader reader) {
            return reader.type(type);
        }
    }

    /** A text that is the JVM's one of that content, as literals are, or whose identity the program has looked at. */
    static final class Text extends StandIn {
        private static final long serialVersionUID = 1L;

        private final String content;
        private final boolean interned;
        private final int identityHash;

        Text(String text, boolean interned) {
            // A copy: the text itself is replaced by this.
            content = new String(text);
            this.interned = interned;
            identityHash = RawMemory.open().identityHash(text);
        }

        @Override
        public Object resolve(ObjectReader reader) {
            String text = interned ? content.intern() : new String(content);
            RawMemory.open().setIdentityHash(text, identityHash);
            return text;
        }
    }

    /** A number, character or truth value of which the JVM has one object. */
    static final class Box extends StandIn {
        private static final long serialVersionUID = 1L;

        private final char kind;
        private final long value;

        Box(Object box) {
            kind = box instanceof Boolean ? 'Z' : box.getClass().getSimpleName().charAt(0);
            if (box instanceof Boolean truth) {
                value = truth ? 1 : 0;
            } else {
                value = box instanceof Character letter ? letter : ((Number) box).longValue();
            }
        }

        /** Whether the JVM has one object for the value, and this is it. */
        static boolean isOnly(Object box) {
            if (box instanceof Integer number) {
                return Integer.valueOf(number) == box;
            } else if (box instanceof Long number) {
                return Long.valueOf(number) == box;
            } else if (box instanceof Boolean truth) {
                return Boolean.valueOf(truth) == box;
            } else if (box instanceof Character letter) {
                return Character.valueOf(letter) == box;
            } else if (box instanceof Byte number) {
                return Byte.valueOf(number) == box;
            }
            return box instanceof Short number && Short.valueOf(number) == box;
        }

        @Override
        public Object resolve(ObjectReader reader) {
            return switch (kind) {
                case 'I' -> Integer.valueOf((int) value);
                case 'L' -> Long.valueOf(value);
                case 'B' -> Byte.valueOf((byte) value);
                case 'Z' -> value == 1;
                case 'C' -> Character.valueOf((char) value);
                default -> Short.valueOf((short) value);
            };
        }
    }

    /** What a static of the JDK refers to. */
    static final class Static extends StandIn {
        private static final long serialVersionUID = 1L;

        private final TypeName owner;
        private final String field;

        Static(Class<?> owner, String field) {
            this.owner = TypeName.of(owner);
            this.field = field;
        }

        @Override
        public Object resolve(ObjectReader reader) {
            try {
                Class<?> type = Class.forName(owner.name(), true, null);
                return RawMemory.open().staticReference(type.getDeclaredField(field));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("this JVM has no " + owner.name() + "." + field, e);
            }
        }
    }

    /** What each JVM has one of, or each program. */
    static final class Known extends StandIn {
        private static final long serialVersionUID = 1L;

        private final KnownObject which;

        Known(KnownObject which) {
            this.which = which;
        }

        @Override
        public Object resolve(ObjectReader reader) {
            return which.find(reader.loader());
        }
    }

    /** What the JDK gives out by its name, and has one of: a logger, a provider of algorithms. */
    static final class Named extends StandIn {
        private static final long serialVersionUID = 1L;
        private static final String LOGGER = "java.util.logging.Logger";

        private final boolean isProvider;
        private final String name;

        Named(Object object) {
            isProvider = object instanceof Provider;
            name = object instanceof Provider provider ? provider.getName() : loggerName(object);
        }

        /** Whether an object is one that is found again by its name. */
        static boolean isKnown(Object object) {
            if (object instanceof Provider provider) {
                return Security.getProvider(provider.getName()) == provider;
            }
            return object.getClass().getName().equals(LOGGER)
                    && loggerName(object) != null
                    && logger(object.getClass(), loggerName(object)) == object;
        }

        // Without naming the class: its module may be missing.
        private static String loggerName(Object logger) {
            try {
                return (String) logger.getClass().getMethod("getName").invoke(logger);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Object logger(Class<?> type, String name) {
            try {
                return type.getMethod("getLogger", String.class).invoke(null, name);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Object resolve(ObjectReader reader) {
            if (!isProvider) {
                try {
                    return logger(Class.forName(LOGGER), name);
                } catch (ClassNotFoundException e) {
                    throw new IllegalStateException("this JVM has no module java.logging", e);
                }
            }
            Provider provider = Security.getProvider(name);
            if (provider == null) {
                throw new IllegalStateException("this JVM has no provider of algorithms " + name);
            }
            return provider;
        }
    }

    /** A regular expression, which is compiled again. */
    static final class Expression extends StandIn {
        private static final long serialVersionUID = 1L;

        private final String pattern;
        private final int flags;

        Expression(Pattern pattern) {
            this.pattern = new String(pattern.pattern());
            flags = pattern.flags();
        }

        @Override
        public Object resolve(ObjectReader reader) {
            return Pattern.compile(pattern, flags);
        }
    }

    /** A language and country. */
    static final class Language extends StandIn {
        private static final long serialVersionUID = 1L;

        private final String tag;

        Language(Locale locale) {
            tag = new String(locale.toLanguageTag());
        }

        @Override
        public Object resolve(ObjectReader reader) {
            return tag.equals("und") ? Locale.ROOT : Locale.forLanguageTag(tag);
        }
    }

    /** The object of a lambda or of a method reference. */
    static final class Lambda extends StandIn {
        private static final long serialVersionUID = 1L;

        private final LambdaShape shape;

        @SuppressWarnings("serial") // what stands in the stream
        private final Object[] captured;

        private final int identityHash;

        /** @param captured what it has captured, as it stands in the stream */
        Lambda(LambdaShape shape, Object[] captured, int identityHash) {
            this.shape = shape;
            this.captured = captured;
            this.identityHash = identityHash;
        }

        @Override
        public Object resolve(ObjectReader reader) {
            try {
                Object made = reader.factory(shape).invokeWithArguments(Arrays.asList(captured));
                if (captured.length > 0) {
                    RawMemory.open().setIdentityHash(made, identityHash);
                }
                return made;
            } catch (Throwable e) {
                throw new IllegalStateException("the lambda of " + shape.describe() + " cannot be made again: " + e, e);
            }
        }
    }
}
