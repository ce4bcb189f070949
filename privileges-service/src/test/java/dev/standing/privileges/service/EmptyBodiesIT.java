package dev.standing.privileges.service;

import dev.standing.api.EmptyBodiesContract;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EmptyBodiesIT extends EmptyBodiesContract {
    EmptyBodiesIT() {
        super(Tokens.partner("acme"), Tokens.member(MEMBER));
    }
}
