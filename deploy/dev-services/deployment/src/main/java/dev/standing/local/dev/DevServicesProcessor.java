package dev.standing.local.dev;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;
import io.quarkus.runtime.LaunchMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives a service in dev mode and under test the test stack: addresses and login of PostgreSQL, Kafka, and the key that tokens
 * are verified with. Stands aside where an address of the database is configured.
 */
@BuildSteps(onlyIf = IsDevServicesSupportedByLaunchMode.class)
final class DevServicesProcessor {
    private static final Logger LOG = Logger.getLogger(DevServicesProcessor.class);
    private static final String DATABASE = "quarkus.datasource.jdbc.url";
    private static final List<String> SETTINGS = List.of(
            DATABASE,
            "quarkus.datasource.reactive.url",
            "quarkus.datasource.password",
            "kafka.bootstrap.servers",
            "mp.jwt.verify.publickey",
            "standing.privileges.receipts.keys");

    @BuildStep
    @Nullable
    DevServicesResultBuildItem stack(
            ApplicationInfoBuildItem application, LaunchModeBuildItem mode, OutputTargetBuildItem target) {
        if (ConfigProvider.getConfig().getOptionalValue(DATABASE, String.class).isPresent()) {
            return null;
        }
        String service = application.getName().replace("-service", "");
        Path keys = mode.getLaunchMode() == LaunchMode.DEVELOPMENT ? LocalKeys.near(target.getOutputDirectory()) : null;
        return DevServicesResultBuildItem.<RunningStack>owned()
                .feature("standing-stack")
                .description("PostgreSQL, Kafka and the issuer of tokens")
                .serviceConfig(service)
                .startable(() -> new RunningStack(service, keys))
                .postStartHook(DevServicesProcessor::announce)
                .configProvider(settings())
                .build();
    }

    private static void announce(RunningStack stack) {
        LOG.info(stack.getConnectionInfo());
        if (stack.keys() != null) {
            LOG.infof("Tokens: ./standing token, or for an operator: %s", stack.operatorToken());
        }
    }

    private static Map<String, Function<RunningStack, String>> settings() {
        return SETTINGS.stream().collect(Collectors.toMap(name -> name, name -> stack -> stack.setting(name)));
    }
}
