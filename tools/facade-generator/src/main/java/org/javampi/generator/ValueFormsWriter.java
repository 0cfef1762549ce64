package org.javampi.generator;

import java.util.List;

/**
 * Writes the forms that the chapters ask for with {@code @Returns} and {@code @LargeCounts}; the last link of the chain
 * before MPI.
 */
final class ValueFormsWriter implements GeneratedClass {
    private final List<Chapter> chapters;

    ValueFormsWriter(List<Chapter> chapters) {
        this.chapters = chapters;
    }

    @Override
    public String name() {
        return "ValueForms";
    }

    @Override
    public String source() {
        String last = chapters.get(chapters.size() - 1).name();
        SourceText text = SourceText.ofFacade(
                "abstract class ValueForms extends " + last,
                "ValueForms",
                "Value forms, which return what the C form writes through a pointer and throw its errors, and the large-count",
                "functions with their forms.");
        for (Chapter chapter : chapters) {
            for (Form form : chapter.derived()) {
                text.javadoc(form.javadoc()).method("public static", form, form.body());
            }
        }
        return text.unit();
    }
}
