package dev.standing.web.start;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts a service; or, by the argument {@value #MIGRATE}, brings its schema up to date and ends, before anything else of it has begun. A
 * start that fails is told in one line.
 */
@QuarkusMain
public final class Main {
    private static final String MIGRATE = "migrate";

    /** The platform lets paths that are no URI through to its routes, where {@code UnreadableCalls} answers them in words; read once. */
    private static final String NO_URIS_LEFT_TO_US = "vertx.disableURIValidation";

    private Main() {}

    public static void main(String... arguments) {
        System.setProperty(NO_URIS_LEFT_TO_US, "true");
        Rehearsal.prepareIfAsked();
        if (arguments.length == 1 && arguments[0].equals(MIGRATE)) {
            // The platform's own way: it starts up to where the schema is made, and no further.
            System.setProperty("quarkus.init-and-exit", "true");
            System.setProperty("quarkus.flyway.migrate-at-start", "true");
        } else if (arguments.length > 0) {
            fail("The argument is '" + String.join(" ", arguments) + "'; allowed: " + MIGRATE + ", or none");
        }
        Quarkus.run(null, Main::ended, arguments);
    }

    private static void ended(Integer code, @Nullable Throwable failure) {
        // There the platform ends a service to start it as it was changed. Which mode it is, it says only once it has
        // started.
        if (LaunchMode.current().isDev()) {
            ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
            return;
        }
        if (failure != null && !isEndOfMigration(failure)) {
            Logger.getLogger(Main.class).debug("The service did not start", failure);
            fail(StartFailure.text(failure));
        }
        System.exit(code);
    }

    private static boolean isEndOfMigration(Throwable failure) {
        return failure instanceof PreventFurtherStepsException end && end.getExitCode() == 0;
    }

    private static void fail(String line) {
        System.err.println(line);
        System.exit(1);
    }
}
