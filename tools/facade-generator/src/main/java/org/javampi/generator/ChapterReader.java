package org.javampi.generator;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Makes a {@link Chapter} of a class marked {@code @Chapter}. */
final class ChapterReader {
    private static final String RETURNS = "org.javampi.Returns";
    private static final String LARGE_COUNTS = "org.javampi.LargeCounts";

    private final Trees trees;
    private final Elements elements;

    ChapterReader(Trees trees, Elements elements) {
        this.trees = trees;
        this.elements = elements;
    }

    Chapter read(TypeElement type) throws IOException {
        ClassTree tree = trees.getTree(type);
        String parent =
                tree.getExtendsClause() == null ? "" : tree.getExtendsClause().toString();
        List<Form> forms = new ArrayList<>();
        List<Form> derived = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getSimpleName().toString().startsWith("MPI_")) {
                read(method, forms, derived);
            }
        }
        return new Chapter(type.getSimpleName().toString(), parent, List.copyOf(forms), List.copyOf(derived));
    }

    private void read(ExecutableElement method, List<Form> forms, List<Form> derived) throws IOException {
        Form form = form(method, forms);
        forms.add(form);
        AnnotationMirror returns = annotation(method, RETURNS);
        AnnotationMirror largeCounts = annotation(method, LARGE_COUNTS);
        if (returns != null) {
            if (form.kind() == Form.Kind.VALUE) {
                throw new FaultyChapterException(method, "@Returns belongs on a C form or handle form");
            }
            derived.add(valueForm(method, form, returns));
        }
        if (largeCounts != null) {
            Form large = large(method, form, texts(largeCounts, "value"));
            boolean ambiguous = large.isAmbiguousBeside(form);
            addLarge(large, form.name(), ambiguous, derived);
            if (returns != null) {
                addLarge(valueForm(method, large, returns), form.name(), ambiguous, derived);
            }
        }
    }

    private static void addLarge(Form large, String plain, boolean ambiguous, List<Form> derived) {
        derived.add(large);
        if (!ambiguous) {
            derived.add(large.overload(plain));
        }
    }

    private static Form large(ExecutableElement method, Form form, List<String> longer) {
        if (form.kind() != Form.Kind.C) {
            throw new FaultyChapterException(method, "@LargeCounts belongs on a C form");
        }
        for (String name : longer) {
            if (form.parameters().stream().noneMatch(p -> p.name().equals(name) && p.isOfInts())) {
                throw new FaultyChapterException(method, "@LargeCounts: " + name + " is no int or int[]");
            }
        }
        return form.large(Set.copyOf(longer));
    }

    private static AnnotationMirror annotation(ExecutableElement method, String type) {
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            if (annotation.getAnnotationType().toString().equals(type)) {
                return annotation;
            }
        }
        return null;
    }

    private static Form valueForm(ExecutableElement method, Form form, AnnotationMirror returns) {
        return valueForm(method, form, texts(returns, "value").get(0), texts(returns, "without"));
    }

    private Form form(ExecutableElement method, List<Form> before) throws IOException {
        TreePath path = trees.getPath(method);
        MethodTree tree = (MethodTree) path.getLeaf();
        List<Parameter> parameters = new ArrayList<>();
        for (VariableTree variable : tree.getParameters()) {
            String declaration = variable.toString().strip();
            int space = declaration.lastIndexOf(' ');
            parameters.add(new Parameter(declaration.substring(0, space), declaration.substring(space + 1)));
        }
        Form form = new Form(
                Form.Kind.C,
                method.getSimpleName().toString(),
                tree.getReturnType().toString(),
                List.copyOf(parameters),
                text(path.getCompilationUnit(), tree.getBody()),
                Javadoc.of(elements.getDocComment(method)));
        return as(kind(form, before), form);
    }

    private static Form as(Form.Kind kind, Form form) {
        return new Form(kind, form.name(), form.result(), form.parameters(), form.body(), form.javadoc());
    }

    /** A form that only passes its own parameters on is the function, or a handle form of a function above it. */
    private static Form.Kind kind(Form form, List<Form> before) {
        String forwarding = "return " + Form.TOOL + "." + form.name() + "(" + form.arguments() + ");";
        if (!squeezed(form.body()).equals(squeezed("{" + forwarding + "}"))) {
            return Form.Kind.VALUE;
        }
        boolean handle = before.stream().anyMatch(c -> c.kind() == Form.Kind.C && form.isHandleFormOf(c));
        return handle ? Form.Kind.HANDLE : Form.Kind.C;
    }

    private static String squeezed(String source) {
        return source.replaceAll("\\s", "");
    }

    private static Form valueForm(ExecutableElement method, Form c, String returned, List<String> without) {
        Set<String> made = new LinkedHashSet<>(without);
        made.add(returned);
        List<Parameter> outputs =
                c.parameters().stream().filter(p -> made.contains(p.name())).toList();
        if (outputs.size() != new HashSet<>(made).size()) {
            throw new FaultyChapterException(method, "@Returns names " + made + ", and not all are parameters");
        }
        Parameter result = null;
        for (Parameter output : outputs) {
            if (!output.canBeOutput()) {
                throw new FaultyChapterException(method, "@Returns: " + output.name() + " is neither array nor status");
            }
            result = output.name().equals(returned) ? output : result;
        }
        String creations = outputs.stream()
                .map(output -> "        " + output.creation() + "\n")
                .collect(Collectors.joining());
        String call = "        Calls.check("
                + SourceText.call(Form.TOOL + "." + c.name(), c.arguments(), "        Calls.check(".length() + 2)
                + ");\n";
        String body = "{\n" + creations + call + "        return " + result.value() + ";\n    }";
        return new Form(
                Form.Kind.VALUE,
                c.name(),
                result.valueType(),
                c.parameters().stream().filter(p -> !made.contains(p.name())).toList(),
                body,
                c.javadoc().ofValueForm(returned, made));
    }

    private static List<String> texts(AnnotationMirror annotation, String member) {
        List<String> texts = new ArrayList<>();
        annotation.getElementValues().forEach((key, value) -> {
            if (key.getSimpleName().contentEquals(member)) {
                Object content = value.getValue();
                if (content instanceof List<?> list) {
                    list.forEach(item -> texts.add((String) ((AnnotationValue) item).getValue()));
                } else {
                    texts.add((String) content);
                }
            }
        });
        return texts;
    }

    private String text(CompilationUnitTree unit, Tree tree) throws IOException {
        SourcePositions positions = trees.getSourcePositions();
        CharSequence source = unit.getSourceFile().getCharContent(true);
        int start = (int) positions.getStartPosition(unit, tree);
        int end = (int) positions.getEndPosition(unit, tree);
        return source.subSequence(start, end).toString();
    }
}
