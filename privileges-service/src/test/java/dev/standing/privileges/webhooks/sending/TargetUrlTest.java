package dev.standing.privileges.webhooks.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.acme.com",
                "https://hooks.acme.com/standing?key=a%20b",
                "https://hooks.acme.com:443/",
                "https://hooks.acme.com:8443/",
                "https://xn--hoks-5qa.acme.com/",
                "https://10.acme.com/",
                "https://HOOKS.Acme.COM/"
            })
    void whatIsAnybodysOnThePublicInternetIsTaken(String url) {
        assertThat(TargetUrl.of(url, false)).isNotNull();
        assertThat(TargetUrl.of(url, true)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:9000/",
                "http://localhost.:9000/",
                "http://[::1]:9000/",
                "http://10.0.0.1/",
                "http://hooks.acme.com/",
                "https://localhost:9000/",
                "http://user@localhost:9000/"
            })
    void whereThisMachineIsAllowedNothingElseIsMoreThanBefore(String url) {
        assertThat(TargetUrl.of(url, true)).isNull();
    }
}
