package dev.atrium.archive;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** One page of the documentation as HTML. */
final class DocsPage {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; display: block; overflow-x: auto; }
            th, td { border: 1px solid #8888; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
            pre { overflow-x: auto; padding: 0.8rem; border: 1px solid #8888; }
            code { font-size: 0.9em; }
            img { max-width: 100%%; }
            </style>
            </head>
            <body>
            <p><a href="%s">Atrium</a></p>
            %s</body>
            </html>
            """;

    private DocsPage() {}

    /**
     * The page.
     *
     * @param page where it lies in the checkout
     */
    static String of(String markdown, Path page, DocsLinks links) {
        Node document = PARSER.parse(markdown);
        document.accept(new Relinked(page, links));
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .attributeProviderFactory(context -> new NamedHeadings())
                .build();
        String home = "../".repeat(page.getNameCount() - 1) + "index.html";
        return FRAME.formatted(escaped(title(markdown)), home, renderer.render(document));
    }

    /** Its first heading. */
    static String title(String markdown) {
        return markdown.lines()
                .filter(line -> line.startsWith("# "))
                .findFirst()
                .map(line -> line.substring(2).replace("`", ""))
                .orElse("Atrium");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Gives headings the names that links have for them: those of GitHub. */
    private static final class NamedHeadings implements AttributeProvider {
        private final Map<String, Integer> given = new HashMap<>();

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof Heading) {
                String name = name(words(node));
                int before = given.merge(name, 1, Integer::sum) - 1;
                attributes.put("id", before == 0 ? name : name + "-" + before);
            }
        }

        private static String name(String heading) {
            return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
        }

        private static String words(Node heading) {
            StringBuilder words = new StringBuilder();
            heading.accept(new AbstractVisitor() {
                @Override
                public void visit(Text text) {
                    words.append(text.getLiteral());
                }

                @Override
                public void visit(Code code) {
                    words.append(code.getLiteral());
                }
            });
            return words.toString();
        }
    }

    /** Has links lead to where the pages lie in the archive; of those to what is not in it, the words stay. */
    private static final class Relinked extends AbstractVisitor {
        private final Path page;
        private final DocsLinks links;

        private Relinked(Path page, DocsLinks links) {
            this.page = page;
            this.links = links;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            links.target(page, link.getDestination()).ifPresentOrElse(link::setDestination, () -> unlink(link));
        }

        @Override
        public void visit(Image image) {
            links.target(page, image.getDestination()).ifPresent(image::setDestination);
        }

        private static void unlink(Link link) {
            while (link.getFirstChild() != null) {
                link.insertBefore(link.getFirstChild());
            }
            link.unlink();
        }
    }
}
