package dev.atrium.demo;

import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;

/** Why something was not downloaded, and what to do. */
record DownloadFailure(String verdict, String advice) {

    static DownloadFailure of(ArtifactResult result, MavenSettings settings) {
        if (settings.offline()) {
            return new DownloadFailure(
                    "was never downloaded to " + settings.localRepository() + ", and Maven works offline",
                    "run the command once without -o.");
        }
        List<ArtifactTransferException> failures = result.getExceptions().stream()
                .filter(ArtifactTransferException.class::isInstance)
                .map(ArtifactTransferException.class::cast)
                .toList();
        // Where one repository was out of reach, it does not matter what the others do not have.
        return failures.stream()
                .filter(failure -> !(failure instanceof ArtifactNotFoundException))
                .findFirst()
                .map(DownloadFailure::broken)
                .orElseGet(() -> missing(failures));
    }

    CannotStart of(String what) {
        return new CannotStart(what + " " + verdict + ": " + advice);
    }

    private static DownloadFailure broken(ArtifactTransferException failure) {
        return new DownloadFailure(
                "could not be downloaded" + from(failure.getRepository()) + " (" + reason(failure) + ")",
                "check the network, or the proxies and mirrors in Maven's settings.xml, and run the command again;"
                        + " what was downloaded is kept.");
    }

    private static DownloadFailure missing(List<ArtifactTransferException> failures) {
        String where = failures.isEmpty() ? "" : from(failures.get(0).getRepository());
        return new DownloadFailure(
                "is not available" + where,
                "name another version with -Dkeycloak.server.version, or check the mirrors in Maven's settings.xml.");
    }

    /** The host and no more of the address, which may hold a password. */
    private static String from(RemoteRepository repository) {
        return " from " + repository.getId() + " at " + repository.getHost();
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return root instanceof UnknownHostException ? "unknown host " + words : words;
    }
}
