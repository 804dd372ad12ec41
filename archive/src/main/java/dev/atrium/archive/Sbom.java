package dev.atrium.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Ancestors;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Pedigree;
import org.cyclonedx.parsers.JsonParser;
import org.cyclonedx.util.BomUtils;

/** The archive's bill of materials: what lies in it, and nothing that a build needed on the way. */
public final class Sbom {

    private static final Version CYCLONE_DX = Version.VERSION_16;

    private final Map<String, String> told;

    private Sbom(Map<String, String> told) {
        this.told = told;
    }

    /** Takes what to write as {@code name=value}. */
    public static void main(String[] arguments) throws IOException, GeneratorException {
        var sbom = new Sbom(Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
        Files.writeString(Path.of(sbom.told("to")), sbom.json());
    }

    private String json() throws IOException, GeneratorException {
        String json =
                BomGeneratorFactory.createJson(CYCLONE_DX, bom()).toJsonString().replace(System.lineSeparator(), "\n")
                        + "\n";
        List<ParseException> mistakes = new JsonParser().validate(json.getBytes(StandardCharsets.UTF_8), CYCLONE_DX);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("Not a CycloneDX bill of materials: " + mistakes);
        }
        return json;
    }

    private Bom bom() throws IOException {
        Component archive = component(told("group"), told("name"), told("version"), "zip");
        var contents = new Dependency(archive.getBomRef());
        var bom = new Bom();
        bom.setMetadata(metadata(archive));
        bom.addDependency(contents);
        for (PackJar jar : jars()) {
            Component component = component(jar);
            bom.addComponent(component);
            contents.addDependency(new Dependency(component.getBomRef()));
            bom.addDependency(dependency(jar));
        }
        Component list = list();
        bom.addComponent(list);
        contents.addDependency(new Dependency(list.getBomRef()));
        bom.addDependency(new Dependency(list.getBomRef()));
        bom.setSerialNumber(serialNumber(bom));
        return bom;
    }

    private List<PackJar> jars() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(told("jars")))) {
            var jars = new ArrayList<PackJar>();
            for (Path file : files.sorted().toList()) {
                jars.add(PackJar.read(file));
            }
            return jars;
        }
    }

    /** The time is the release's: the clock's would make each build another. */
    private Metadata metadata(Component archive) {
        var metadata = new Metadata();
        metadata.setTimestamp(Date.from(Instant.parse(told("time"))));
        metadata.setComponent(archive);
        return metadata;
    }

    private Component component(PackJar jar) throws IOException {
        Component component = component(jar.group(), jar.name(), jar.version(), "jar");
        component.setHashes(hashes(jar.file()));
        return component;
    }

    private static List<Hash> hashes(Path file) throws IOException {
        return BomUtils.calculateHashes(
                file.toFile(), CYCLONE_DX, List.of(Hash.Algorithm.SHA_256, Hash.Algorithm.SHA_512));
    }

    /** The list of common passwords, under the licence of what it is made from. */
    private Component list() throws IOException {
        var pedigree = new Pedigree();
        pedigree.setAncestors(new Ancestors());
        pedigree.getAncestors().addComponent(origin());
        Component list = named(told("list"), told("version"), told("originLicence"));
        list.setType(Component.Type.DATA);
        list.setBomRef(told("list"));
        list.setPedigree(pedigree);
        list.setHashes(hashes(Path.of(told("jars")).resolveSibling(told("list"))));
        return list;
    }

    private Component origin() {
        Component origin = named(told("originName"), told("originVersion"), told("originLicence"));
        origin.setGroup(told("originGroup"));
        origin.setPurl(purl(told("originGroup"), told("originName"), told("originVersion"), "jar"));
        return origin;
    }

    /** Jars need others of their own group and version only. */
    private static Dependency dependency(PackJar jar) {
        var dependency = new Dependency(purl(jar.group(), jar.name(), jar.version(), "jar"));
        for (String name : jar.needs()) {
            dependency.addDependency(new Dependency(purl(jar.group(), name, jar.version(), "jar")));
        }
        return dependency;
    }

    private Component component(String group, String name, String version, String type) {
        Component component = named(name, version, told("licence"));
        component.setGroup(group);
        component.setPublisher("Atrium");
        component.setPurl(purl(group, name, version, type));
        component.setBomRef(component.getPurl());
        return component;
    }

    private static Component named(String name, String version, String licenceId) {
        var component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setName(name);
        component.setVersion(version);
        var licence = new License();
        licence.setId(licenceId);
        var licences = new LicenseChoice();
        licences.addLicense(licence);
        component.setLicenses(licences);
        return component;
    }

    private static String purl(String group, String name, String version, String type) {
        return "pkg:maven/" + group + "/" + name + "@" + version + "?type=" + type;
    }

    /** Another one for another content, the same one for the same. */
    private static String serialNumber(Bom bom) {
        String content = bom.getComponents().stream()
                .flatMap(component -> component.getHashes().stream())
                .map(Hash::getValue)
                .collect(Collectors.joining("\n"));
        return "urn:uuid:" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private String told(String name) {
        String value = told.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No argument says what to take as " + name);
        }
        return value;
    }
}
