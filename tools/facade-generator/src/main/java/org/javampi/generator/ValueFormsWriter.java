package org.javampi.generator;

import java.util.List;

/** Writes the value forms that the chapters ask for with {@code @Returns}; the last link of the chain before MPI. */
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
        SourceText text = new SourceText(
                "abstract class ValueForms extends " + last,
                "ValueForms",
                "The forms that return what the C form writes through a pointer, and throw its errors.");
        for (Chapter chapter : chapters) {
            for (Form form : chapter.derived()) {
                text.javadoc(form.javadoc()).method("public static", form, form.body());
            }
        }
        return text.unit();
    }
}
