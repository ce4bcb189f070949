package dev.standing.ingest;

import dev.standing.api.ApiDocumentContract;
import dev.standing.stack.Service;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ApiDocumentIT extends ApiDocumentContract {
    ApiDocumentIT() {
        super(Service.INGEST);
    }
}
