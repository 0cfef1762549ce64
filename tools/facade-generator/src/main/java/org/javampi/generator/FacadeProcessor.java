package org.javampi.generator;

import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Reads the classes marked {@code @Chapter} and writes six classes beside them. Needs javac, whose trees show the bodies
 * of methods.
 */
@SupportedAnnotationTypes(FacadeProcessor.CHAPTER)
public final class FacadeProcessor extends AbstractProcessor {
    static final String CHAPTER = "org.javampi.Chapter";

    private Trees trees;

    /** For the compiler. */
    public FacadeProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        trees = Trees.instance(environment);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<Element> marked = new ArrayList<>();
        for (TypeElement annotation : annotations) {
            marked.addAll(round.getElementsAnnotatedWith(annotation));
        }
        if (!marked.isEmpty()) {
            write(marked);
        }
        return true;
    }

    private void write(List<Element> marked) {
        ChapterReader reader = new ChapterReader(trees, processingEnv.getElementUtils());
        List<Chapter> chapters = new ArrayList<>();
        try {
            for (Element element : marked) {
                chapters.add(reader.read((TypeElement) element));
            }
            chapters.sort(Comparator.comparingInt(chapter -> chapter.depth(chapters)));
            Element[] origins = marked.toArray(new Element[0]);
            write(new BindingWriter(chapters), origins);
            write(new ToolWriter(chapters), origins);
            write(new ObservedWriter(chapters), origins);
            write(new InterceptingWriter(chapters), origins);
            write(new ValueFormsWriter(chapters), origins);
            write(new TwinsWriter(chapters), origins);
        } catch (FaultyChapterException fault) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, fault.getMessage(), fault.element());
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "the facade's generated classes cannot be written: " + e);
        }
    }

    private void write(GeneratedClass generated, Element... origins) throws IOException {
        try (Writer out = processingEnv
                .getFiler()
                .createSourceFile("org.javampi." + generated.name(), origins)
                .openWriter()) {
            out.write(generated.source());
        }
    }
}
