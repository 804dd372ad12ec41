package dev.atrium.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A jar of the archive and what its Maven descriptor says about it.
 *
 * @param needs the names of the jars that it cannot do without
 */
record PackJar(Path file, String group, String name, String version, List<String> needs) {

    private static final Set<String> ELSEWHERE = Set.of("provided", "test");

    PackJar {
        needs = List.copyOf(needs);
    }

    static PackJar read(Path file) throws IOException {
        try (var jar = new ZipFile(file.toFile());
                InputStream properties = descriptor(jar, "pom.properties");
                InputStream pom = descriptor(jar, "pom.xml")) {
            var identity = new Properties();
            identity.load(properties);
            return new PackJar(
                    file,
                    identity.getProperty("groupId"),
                    identity.getProperty("artifactId"),
                    identity.getProperty("version"),
                    needs(pom));
        }
    }

    private static InputStream descriptor(ZipFile jar, String name) throws IOException {
        ZipEntry entry = jar.stream()
                .filter(one -> one.getName().startsWith("META-INF/maven/")
                        && one.getName().endsWith("/" + name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(jar.getName() + " does not say what it is"));
        return jar.getInputStream(entry);
    }

    /** What is neither Keycloak's, which is provided, nor for tests. */
    private static List<String> needs(InputStream pom) throws IOException {
        try {
            NodeList dependencies = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom)
                    .getElementsByTagName("dependency");
            return IntStream.range(0, dependencies.getLength())
                    .mapToObj(i -> (Element) dependencies.item(i))
                    .filter(dependency -> !ELSEWHERE.contains(text(dependency, "scope")))
                    .map(dependency -> text(dependency, "artifactId"))
                    .toList();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static String text(Element element, String name) {
        NodeList named = element.getElementsByTagName(name);
        return named.getLength() == 0 ? "" : named.item(0).getTextContent();
    }
}
