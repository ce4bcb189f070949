package dev.standing.manifests.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreatePartitionsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** What can be done to a topic, each done for real; what would change it for good is only asked for, where asking is possible. */
enum Attempt {
    READ {
        @Override
        void make(Caller caller, String topic) {
            caller.consumer().assign(List.of(new TopicPartition(topic, 0)));
            caller.consumer().seekToBeginning(caller.consumer().assignment());
            // Every topic holds something, so this ends: with it, or with a refusal.
            for (int i = 0; caller.consumer().poll(Duration.ofSeconds(1)).isEmpty(); i++) {
                assertThat(i).as("seconds without an answer").isLessThan(60);
            }
        }
    },
    WRITE {
        @Override
        void make(Caller caller, String topic) throws ExecutionException, InterruptedException {
            caller.producer()
                    .send(new ProducerRecord<>(topic, 0, "key", new byte[] {1}))
                    .get();
        }
    },
    DESCRIBE {
        @Override
        void make(Caller caller, String topic) throws ExecutionException, InterruptedException {
            done(caller.admin().describeTopics(List.of(topic)).allTopicNames());
        }
    },
    DELETE {
        @Override
        void make(Caller caller, String topic) throws ExecutionException, InterruptedException {
            done(caller.admin().deleteTopics(List.of(topic)).all());
        }
    },
    ALTER {
        @Override
        void make(Caller caller, String topic) throws ExecutionException, InterruptedException {
            done(caller.admin()
                    .createPartitions(
                            Map.of(topic, NewPartitions.increaseTo(99)),
                            new CreatePartitionsOptions().validateOnly(true))
                    .all());
        }
    },
    DESCRIBE_CONFIGS {
        @Override
        void make(Caller caller, String topic) throws ExecutionException, InterruptedException {
            done(caller.admin().describeConfigs(List.of(of(topic))).all());
        }
    },
    ALTER_CONFIGS {
        @Override
        void make(Caller caller, String topic) throws ExecutionException, InterruptedException {
            AlterConfigOp operation = new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET);
            done(caller.admin()
                    .incrementalAlterConfigs(
                            Map.of(of(topic), List.of(operation)), new AlterConfigsOptions().validateOnly(true))
                    .all());
        }
    };

    /** Somebody with a name, and their clients. */
    record Caller(Admin admin, Producer<String, byte[]> producer, Consumer<byte[], byte[]> consumer) {}

    abstract void make(Caller caller, String topic) throws ExecutionException, InterruptedException;

    /** Whether it could be done. A topic that somebody may not see is told them not to be there. */
    boolean succeeds(Caller caller, String topic) throws InterruptedException {
        try {
            make(caller, topic);
            return true;
        } catch (KafkaException | ExecutionException e) {
            if (isRefusal(e) || isRefusal(e.getCause())) {
                return false;
            }
            throw new AssertionError(this + " of " + topic, e);
        }
    }

    /** A producer that may write nowhere is refused once for all, and says so from then on without asking, as the cause. */
    private static boolean isRefusal(@Nullable Throwable answer) {
        return answer instanceof AuthorizationException || answer instanceof UnknownTopicOrPartitionException;
    }

    private static void done(KafkaFuture<?> answer) throws ExecutionException, InterruptedException {
        answer.get();
    }

    private static ConfigResource of(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
