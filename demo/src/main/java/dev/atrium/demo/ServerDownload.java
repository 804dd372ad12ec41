package dev.atrium.demo;

import eu.maveniverse.maven.mima.context.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ResolutionErrorPolicy;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/** The step of the build that brings the Keycloak server, from where Maven brings everything else. */
public record ServerDownload(MavenSettings settings, String version, Consumer<String> progress) {

    /** Takes settings as {@code name=value}. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> told = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        var settings = new MavenSettings(
                Path.of(told.getOrDefault("localRepository", "")),
                Boolean.parseBoolean(told.get("offline")),
                Optional.ofNullable(told.get("userSettings")).map(Path::of),
                Optional.ofNullable(told.get("globalSettings")).map(Path::of));
        try {
            var build = Build.around(Path.of(told.getOrDefault("root", "")));
            new ServerDownload(settings, Build.serverVersion(), System.out::println).to(build.serverArchive());
        } catch (CannotStart e) {
            e.tellAndExit();
        }
    }

    /** Puts the server's zip there, downloaded if it never was. */
    void to(Path archive) throws IOException {
        Path downloaded = resolve();
        if (!same(downloaded, archive)) {
            checkWhole(downloaded);
            Files.createDirectories(archive.toAbsolutePath().getParent());
            Files.copy(downloaded, archive, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private Path resolve() {
        var request = new ArtifactRequest();
        request.setArtifact(new DefaultArtifact("org.keycloak", "keycloak-quarkus-dist", "zip", version));
        try (Context maven = settings.open(new DownloadProgress(version, progress))) {
            request.setRepositories(maven.remoteRepositories());
            var session = new DefaultRepositorySystemSession(maven.repositorySystemSession());
            // Whoever runs the command again wants it to be tried again.
            session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(ResolutionErrorPolicy.CACHE_DISABLED));
            return maven.repositorySystem()
                    .resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw DownloadFailure.of(e.getResult(), settings).of("Keycloak " + version);
        }
    }

    private static boolean same(Path downloaded, Path archive) throws IOException {
        return Files.exists(archive)
                && Files.size(archive) == Files.size(downloaded)
                && Files.getLastModifiedTime(archive).equals(Files.getLastModifiedTime(downloaded));
    }

    private static void checkWhole(Path archive) throws IOException {
        try {
            new ZipFile(archive.toFile()).close();
        } catch (ZipException e) {
            throw new CannotStart(archive + " is damaged (" + e.getMessage()
                    + "): delete it and run the command again, which downloads it anew.");
        }
    }
}
