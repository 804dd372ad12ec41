package dev.atrium.mail.template;

import dev.atrium.core.mail.TemplatePart;
import dev.atrium.mail.html.Limits;
import freemarker.cache.TemplateLoader;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.swing.tree.TreeNode;

/**
 * FreeMarker, for what {@link TemplateSource} let pass; should that ever overlook something, it finds nothing to reach.
 */
final class Sandbox {
    /** FreeMarker's own names of what a template of ours is made of. */
    private static final Set<String> ELEMENTS =
            Set.of("MixedContent", "TextBlock", "DollarVariable", "IfBlock", "ConditionalBlock", "Comment");

    private static final Configuration HTML = configuration(EscapedValues.INSTANCE);
    private static final Configuration TEXT = configuration(PlainTextOutputFormat.INSTANCE);

    private Sandbox() {}

    /** A template with nothing in it, for what FreeMarker asks one. */
    static Template empty() {
        return Template.getPlainTextTemplate(null, "", TEXT);
    }

    /** Reads a template as FreeMarker does, which is stricter in places. */
    static Template parse(TemplatePart part, String source) throws ParseException {
        try {
            Template template = new Template(null, source, part == TemplatePart.HTML ? HTML : TEXT);
            requireHarmless(root(template));
            return template;
        } catch (ParseException unfit) {
            throw unfit;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String write(Template template, Locale locale, Map<String, String> texts) throws TemplateException {
        Limits limits = new Limits(Limits.LONGEST);
        LimitedText written = new LimitedText(limits);
        try {
            var environment = template.createProcessingEnvironment(
                    new TemplateValues(texts, limits), written, TemplateValues.NO_OBJECTS);
            environment.setLocale(locale);
            environment.process();
            return written.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void requireHarmless(TreeNode node) {
        if (!ELEMENTS.contains(node.getClass().getSimpleName())) {
            throw new IllegalStateException(
                    "a template has a " + node.getClass().getSimpleName());
        }
        Collections.list(node.children()).forEach(Sandbox::requireHarmless);
    }

    @SuppressWarnings("deprecation") // there is no other way to see what FreeMarker read
    private static TreeNode root(Template template) {
        return template.getRootTreeNode();
    }

    private static Configuration configuration(OutputFormat format) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setOutputFormat(format);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setAutoEscapingPolicy(Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(TemplateValues.NO_OBJECTS);
        configuration.setTemplateLoader((TemplateLoader) null);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setLocalizedLookup(false);
        configuration.setURLEscapingCharset(StandardCharsets.UTF_8.name());
        return configuration;
    }
}
