package dev.standing.local.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a single node that is durable, quick to start and bounded in what it keeps. */
final class BrokerSettings {

    private BrokerSettings() {}

    static Properties of(int node, Path data, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(node));
        settings.put("controller.quorum.voters", node + "@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", data.toString());
        durability(settings);
        singleNode(settings);
        quickStart(settings);
        return settings;
    }

    private static void durability(Properties settings) {
        // There is no second replica that would remember: what is acknowledged is on the disk.
        settings.put("log.flush.interval.messages", "1");
        // By the time of arrival: by the time of the record, a record about last year would be deleted at once.
        settings.put("log.message.timestamp.type", "LogAppendTime");
        settings.put("log.retention.hours", "168");
        settings.put("log.segment.bytes", String.valueOf(64 << 20));
    }

    private static void singleNode(Properties settings) {
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "3");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "3");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
    }

    private static void quickStart(Properties settings) {
        settings.put("group.initial.rebalance.delay.ms", "0");
        // After a kill the old session has to run out before the broker is let in again.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }
}
