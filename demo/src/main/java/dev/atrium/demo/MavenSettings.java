package dev.atrium.demo;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.ContextOverrides.ChecksumPolicy;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.aether.transfer.TransferListener;

/** From where, and to where, the Maven that builds this downloads. */
public record MavenSettings(Path localRepository, boolean offline, Optional<Path> user, Optional<Path> global) {

    public MavenSettings {
        user = user.filter(Files::isRegularFile);
        global = global.filter(Files::isRegularFile);
    }

    /** What downloads as Maven does: through the same mirrors and proxies, with the same credentials. */
    Context open(TransferListener progress) {
        var overrides = ContextOverrides.create()
                .withUserSettings(true)
                .withLocalRepositoryOverride(localRepository)
                .offline(offline)
                .checksumPolicy(ChecksumPolicy.FAIL)
                .transferListener(progress);
        user.ifPresent(overrides::withUserSettingsXmlOverride);
        global.ifPresent(overrides::withGlobalSettingsXmlOverride);
        return Runtimes.INSTANCE.getRuntime().create(overrides.build());
    }
}
