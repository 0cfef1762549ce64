package org.javampi.generator;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** Reads the methods marked {@code @Forms} in the binding and writes the class of the functions that they serve. */
@SupportedAnnotationTypes("*")
public final class RecordingsProcessor extends AbstractProcessor {
    /** Simple name of the annotation; it lives in the package of the binding, which is not known here. */
    private static final String FORMS = "Forms";

    /** Communicator and collectives. */
    private static final int CONTEXT_PARAMETERS = 2;

    /** For the compiler. */
    public RecordingsProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            if (annotation.getSimpleName().contentEquals(FORMS)) {
                List<Element> marked = List.copyOf(round.getElementsAnnotatedWith(annotation));
                List<RecordedCall> calls = new ArrayList<>();
                for (Element method : marked) {
                    calls.add(read((ExecutableElement) method));
                }
                TypeElement recordings = (TypeElement) marked.get(0).getEnclosingElement();
                String packageName = processingEnv
                        .getElementUtils()
                        .getPackageOf(recordings)
                        .getQualifiedName()
                        .toString();
                write(
                        packageName,
                        new CollectiveFormsWriter(calls, packageName, rankHosts(recordings)),
                        marked.toArray(new Element[0]));
            }
        }
        return false;
    }

    /** Type of what the constructors of the binding take. */
    private static String rankHosts(TypeElement recordings) {
        return ElementFilter.constructorsIn(recordings.getEnclosedElements())
                .get(0)
                .getParameters()
                .get(0)
                .asType()
                .toString();
    }

    private RecordedCall read(ExecutableElement method) {
        AnnotationMirror forms = annotation(method, FORMS);
        List<RecordedCall.Argument> arguments = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()
                .subList(CONTEXT_PARAMETERS, method.getParameters().size())) {
            String type = parameter.asType().toString();
            boolean atRoot = annotation(parameter, "AtRoot") != null;
            boolean unlessInPlace = annotation(parameter, "UnlessInPlace") != null;
            arguments.add(new RecordedCall.Argument(
                    new Parameter(simple(type), parameter.getSimpleName().toString()),
                    atRoot
                            ? RecordedCall.Significance.AT_ROOT
                            : unlessInPlace
                                    ? RecordedCall.Significance.UNLESS_IN_PLACE
                                    : RecordedCall.Significance.EVERYWHERE));
        }
        boolean neighbors = isSet(forms, "neighbors");
        return new RecordedCall(
                method.getSimpleName().toString(),
                (String) value(forms, "value").getValue(),
                neighbors || isSet(forms, "blocking"),
                neighbors,
                arguments);
    }

    /** A type without its package and annotations. */
    private static String simple(String type) {
        String bare = type.substring(type.lastIndexOf(' ') + 1);
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private static AnnotationMirror annotation(Element element, String simpleName) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals(simpleName)) {
                return mirror;
            }
        }
        return null;
    }

    private static AnnotationValue value(AnnotationMirror annotation, String member) {
        for (ExecutableElement key : annotation.getElementValues().keySet()) {
            if (key.getSimpleName().contentEquals(member)) {
                return annotation.getElementValues().get(key);
            }
        }
        return null;
    }

    private static boolean isSet(AnnotationMirror annotation, String member) {
        AnnotationValue value = value(annotation, member);
        return value != null && (Boolean) value.getValue();
    }

    private void write(String packageName, CollectiveFormsWriter generated, Element... origins) {
        try (Writer out = processingEnv
                .getFiler()
                .createSourceFile(packageName + "." + generated.name(), origins)
                .openWriter()) {
            out.write(generated.source());
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "the collectives' functions cannot be written: " + e);
        }
    }
}
