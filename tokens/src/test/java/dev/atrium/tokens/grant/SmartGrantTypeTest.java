package dev.atrium.tokens.grant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmartGrantTypeTest {
    @ParameterizedTest
    @CsvSource({
        "authorization_code, AUTHORIZATION_CODE",
        "urn:ietf:params:oauth:grant-type:device_code, DEVICE_CODE",
        "refresh_token, REFRESH_TOKEN",
        "urn:ietf:params:oauth:grant-type:token-exchange, TOKEN_EXCHANGE",
        "client_credentials, CLIENT_CREDENTIALS"
    })
    void is_on_the_list(String grantType, SmartGrantType grant) {
        assertThat(SmartGrantType.requested(grantType)).contains(grant);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "password",
                "urn:ietf:params:oauth:grant-type:uma-ticket",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "urn:ietf:params:oauth:grant-type:pre-authorized_code",
                "urn:openid:params:grant-type:ciba",
                "urn:example:a-grant-that-is-not-there-yet",
                "implicit",
                "AUTHORIZATION_CODE",
                "authorization_code "
            })
    void is_not_on_the_list(String grantType) {
        assertThat(SmartGrantType.requested(grantType)).isEmpty();
    }

    @Test
    void has_no_more_than_these() {
        assertThat(SmartGrantType.values()).hasSize(6);
    }
}
