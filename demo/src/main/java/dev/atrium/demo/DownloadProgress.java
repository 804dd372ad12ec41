package dev.atrium.demo;

import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Says how far a long download is. */
final class DownloadProgress extends AbstractTransferListener {

    private static final long MEGABYTE = 1_000_000;
    private static final int STEPS = 10;

    private final String version;
    private final Consumer<String> progress;
    private long step;

    DownloadProgress(String version, Consumer<String> progress) {
        this.version = version;
        this.progress = progress;
    }

    @Override
    public void transferStarted(TransferEvent event) {
        long size = event.getResource().getContentLength();
        if (size > MEGABYTE) {
            step = 0;
            progress.accept("Downloading Keycloak " + version + ", " + size / MEGABYTE + " MB");
        }
    }

    @Override
    public void transferProgressed(TransferEvent event) {
        long size = event.getResource().getContentLength();
        if (size > MEGABYTE && event.getTransferredBytes() * STEPS / size > step) {
            step = event.getTransferredBytes() * STEPS / size;
            progress.accept("  " + event.getTransferredBytes() / MEGABYTE + " MB");
        }
    }
}
