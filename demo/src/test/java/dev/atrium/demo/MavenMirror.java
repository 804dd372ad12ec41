package dev.atrium.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Maven repository that offers what it is told, and a proxy too. */
record MavenMirror(HttpServer server, Map<String, byte[]> files, AtomicInteger zips) {

    static MavenMirror start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var mirror = new MavenMirror(server, new ConcurrentHashMap<>(), new AtomicInteger());
        server.createContext("/", mirror::answer);
        server.start();
        return mirror;
    }

    static byte[] zip() throws IOException {
        return zip(0);
    }

    /** A zip of about this size, the same every time. */
    static byte[] zip(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            var entry = new ZipEntry("keycloak");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }

    void offers(String version, byte[] zip) {
        try {
            offers(
                    version,
                    zip,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(zip)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    void offers(String version, byte[] zip, String sha1) {
        String path = "/org/keycloak/keycloak-quarkus-dist/" + version + "/keycloak-quarkus-dist-" + version + ".zip";
        files.put(path, zip);
        files.put(path + ".sha1", sha1.getBytes(StandardCharsets.US_ASCII));
    }

    int downloads() {
        return zips.get();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Settings that name this address as the mirror of everything. */
    void settings(Path file, String address) throws IOException {
        write(file, address, "");
    }

    /** Settings that name this address as the mirror of everything, and this server as the proxy to it. */
    void proxied(Path file, String address) throws IOException {
        write(
                file,
                address,
                "<proxies><proxy><protocol>http</protocol><host>127.0.0.1</host><port>"
                        + server.getAddress().getPort() + "</port></proxy></proxies>");
    }

    void stop() {
        server.stop(0);
    }

    private static void write(Path file, String address, String more) throws IOException {
        Files.writeString(
                file,
                "<settings>" + more + "<mirrors><mirror><id>nearby</id><mirrorOf>*</mirrorOf><url>" + address
                        + "</url></mirror></mirrors></settings>");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] file = files.get(path);
        if (path.endsWith(".zip") && file != null) {
            zips.incrementAndGet();
        }
        exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
        if (file != null) {
            exchange.getResponseBody().write(file);
        }
        exchange.close();
    }
}
