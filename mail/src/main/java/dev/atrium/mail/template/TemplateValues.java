package dev.atrium.mail.template;

import dev.atrium.mail.html.Limits;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a template sees: texts, by name. */
final class TemplateValues implements TemplateHashModel {
    /** Lets no Java object in. */
    static final ObjectWrapper NO_OBJECTS = new ObjectWrapper() {
        @Override
        public TemplateModel wrap(@Nullable Object object) throws TemplateModelException {
            if (object instanceof TemplateModel model) { // what a built-in gave
                return model;
            }
            throw new TemplateModelException("a template sees nothing but texts");
        }
    };

    private final Map<String, String> texts;
    private final Limits limits;

    TemplateValues(Map<String, String> texts, Limits limits) {
        this.texts = texts;
        this.limits = limits;
    }

    @Override
    public @Nullable TemplateModel get(String name) {
        limits.check();
        String text = texts.get(name);
        return text == null ? null : new SimpleScalar(text);
    }

    @Override
    public boolean isEmpty() {
        return texts.isEmpty();
    }
}
