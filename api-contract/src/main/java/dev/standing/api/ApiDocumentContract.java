package dev.standing.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.stack.Repository;
import dev.standing.stack.Service;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A service describes itself as was accepted. To be extended by a test of each service that runs it. */
public abstract class ApiDocumentContract {
    private final Service service;

    protected ApiDocumentContract(Service service) {
        this.service = service;
    }

    @Test
    void theServiceDescribesItselfAsWasAccepted() throws IOException {
        String present =
                RestAssured.get("/q/openapi").then().statusCode(200).extract().asString();
        ApiDocument document = ApiDocument.of(service);
        Acceptance acceptance = new Acceptance(
                Boolean.getBoolean("api.write"),
                System.getProperty("api.breaking"),
                Files.readString(Repository.root().resolve("CHANGELOG.md")));

        assertThat(acceptance.objection(document.text(), present))
                .as(document.file().toString())
                .isEmpty();
        if (acceptance.write()) {
            document.accept(present);
        }
    }
}
