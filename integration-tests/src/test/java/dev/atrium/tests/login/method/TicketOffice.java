package dev.atrium.tests.login.method;

import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Base64;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/** A Kerberos realm, whose key distribution center gives people tickets for this machine's web server. */
final class TicketOffice implements AutoCloseable {
    static final String REALM = "TICKET.EXAMPLE";
    static final String SERVICE = "HTTP/localhost@" + REALM;

    private static final String SPNEGO = "1.3.6.1.5.5.2";
    private static final String KERBEROS_NAME = "1.2.840.113554.1.2.2.1";

    private final SimpleKdcServer kdc;
    private final Path directory;

    private TicketOffice(SimpleKdcServer kdc, Path directory) {
        this.kdc = kdc;
        this.directory = directory;
    }

    static TicketOffice start() {
        try {
            Path directory = Scratch.directory("kerberos");
            SimpleKdcServer kdc = new SimpleKdcServer();
            kdc.setWorkDir(directory.toFile());
            kdc.setKdcRealm(REALM);
            kdc.setKdcHost("localhost");
            kdc.setAllowUdp(false);
            kdc.setKdcTcpPort(AtriumServer.freePort());
            kdc.init(); // which also has this JVM find it
            kdc.start();
            TicketOffice office = new TicketOffice(kdc, directory);
            office.knows(SERVICE);
            return office;
        } catch (IOException | KrbException e) {
            throw new AssertionError(e);
        }
    }

    /** The keys of the web server. */
    Path serviceKeys() {
        return keys(SERVICE);
    }

    /** Somebody who logs on to their computer. */
    void knows(String principal) {
        try {
            kdc.createPrincipal(principal);
            kdc.exportPrincipal(principal, keys(principal).toFile());
        } catch (KrbException e) {
            throw new AssertionError(e);
        }
    }

    /** What their browser shows the web server (RFC 4559). */
    String ticket(String principal) {
        try {
            LoginContext logon = new LoginContext("test", new Subject(), null, logon(principal));
            logon.login();
            byte[] token = Subject.doAs(logon.getSubject(), (PrivilegedExceptionAction<byte[]>) TicketOffice::token);
            return "Negotiate " + Base64.getEncoder().encodeToString(token);
        } catch (LoginException | PrivilegedActionException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] token() throws GSSException {
        GSSManager manager = GSSManager.getInstance();
        GSSName service = manager.createName(SERVICE, new Oid(KERBEROS_NAME));
        GSSContext context = manager.createContext(service, new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
        return context.initSecContext(new byte[0], 0, 0);
    }

    private Configuration logon(String principal) {
        Map<String, String> options = Map.of(
                "principal", principal,
                "useKeyTab", "true",
                "keyTab", keys(principal).toString(),
                "storeKey", "true",
                "doNotPrompt", "true",
                "refreshKrb5Config", "true");
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(
                            "com.sun.security.auth.module.Krb5LoginModule", LoginModuleControlFlag.REQUIRED, options)
                };
            }
        };
    }

    private Path keys(String principal) {
        return directory.resolve(principal.replaceAll("[^a-z]", "-") + ".keytab");
    }

    @Override
    public void close() {
        try {
            kdc.stop();
        } catch (KrbException e) {
            throw new AssertionError(e);
        }
    }
}
