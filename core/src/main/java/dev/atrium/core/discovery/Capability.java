package dev.atrium.core.discovery;

import java.util.List;
import java.util.stream.Stream;

/**
 * What this server can do, in SMART's words (SMART App Launch 2.2.0, section "SMART on FHIR OAuth authorization Endpoints
 * and Capabilities"). Only what is implemented stands here: apps rely on it.
 */
public enum Capability {
    LAUNCH_STANDALONE("launch-standalone"),
    AUTHORIZE_POST("authorize-post"),
    CLIENT_PUBLIC("client-public"),
    CLIENT_CONFIDENTIAL_SYMMETRIC("client-confidential-symmetric"),
    CLIENT_CONFIDENTIAL_ASYMMETRIC("client-confidential-asymmetric"),
    SSO_OPENID_CONNECT("sso-openid-connect"),
    PERMISSION_OFFLINE("permission-offline"),
    PERMISSION_PATIENT("permission-patient"),
    PERMISSION_USER("permission-user"),
    PERMISSION_V1("permission-v1"),
    PERMISSION_V2("permission-v2");

    private final String text;

    Capability(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** All of them, as the array {@code capabilities} has them. */
    public static List<String> texts() {
        return Stream.of(values()).map(Capability::text).toList();
    }

    /** Whether the server can do what these words of SMART's stand for. */
    public static boolean isSupported(String text) {
        return texts().contains(text);
    }
}
