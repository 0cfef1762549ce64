package org.javampi.generator;

import java.util.List;

/** Writes every form once more under its PMPI name. */
final class TwinsWriter implements GeneratedClass {
    private final List<Chapter> chapters;

    TwinsWriter(List<Chapter> chapters) {
        this.chapters = chapters;
    }

    @Override
    public String name() {
        return "ProfiledFunctions";
    }

    @Override
    public String source() {
        SourceText text = SourceText.ofFacade(
                "abstract class ProfiledFunctions",
                "ProfiledFunctions",
                "Every form of every function under its PMPI name, which goes round the tools.");
        for (Chapter chapter : chapters) {
            for (Form form : chapter.all()) {
                Form twin = form.twin();
                text.javadoc(twin.javadoc()).method("public static", twin, twin.body());
            }
        }
        return text.unit();
    }
}
