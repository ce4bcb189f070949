package dev.standing.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.web.json.StrictJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read token by token is what the mapper reads, and nothing that it refuses: outcome and problem are the same. */
class PlainLineTest {
    private static final String MEMBER =
            "{\"member\":\"m-1\",\"recordConsents\":[\"acme\",\"b:2\"],\"social\":true,\"evidence\":\"form 17é\"}";
    private static final String TIE = "{\"a\":\"m-1\",\"b\":\"m-2\",\"weight\":0.25,\"evidence\":\"both signed\"}";

    private final ObjectMapper mapper = new ObjectMapper();

    PlainLineTest() {
        new StrictJson().customize(mapper);
    }

    @Test
    void whatExportsWriteIsPlain() {
        assertThat(PlainLine.member(bytes(MEMBER), 0, bytes(MEMBER).length))
                .isEqualTo(new MemberLine("m-1", List.of("acme", "b:2"), true, "form 17é"));
        assertThat(PlainLine.tie(bytes(TIE), 0, bytes(TIE).length))
                .isEqualTo(new TieLine("m-1", "m-2", 0.25, "both signed"));
        byte[] inAPiece = bytes("}" + TIE + "{");
        assertThat(PlainLine.tie(inAPiece, 1, inAPiece.length - 2)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{} {}",
                "\uFEFF{\"member\":\"m-1\",\"evidence\":\"form\"}",
                "{\"member\":\"m-1\",\"member\":\"m-1\",\"evidence\":\"form\"}",
                "{\"member\":null,\"member\":\"m-1\",\"evidence\":\"form\"}",
                "{\"member\":7,\"evidence\":\"form\"}",
                "{\"member\":\"m 1\",\"evidence\":\"\"}",
                "{\"member\":\"m-1\",\"evidence\":\"form\",\"name\":\"x\"}",
                "{\"member\":\"m-1\",\"recordConsents\":null,\"social\":null,\"evidence\":\"form\"}",
                "{\"member\":\"m-1\",\"recordConsents\":[],\"evidence\":\"form\"}",
                "{\"member\":\"m-1\",\"recordConsents\":[null],\"evidence\":\"form\"}",
                "{\"member\":\"m-1\",\"recordConsents\":[[\"acme\"]],\"evidence\":\"form\"}",
                "{\"member\":\"m-1\",\"recordConsents\":[\"acme\",7],\"evidence\":\"form\"}",
                "{\"member\":\"m-1\",\"recordConsents\":\"acme\",\"evidence\":\"form\"}",
                "{\"member\":\"m-1\",\"recordConsents\":[\"acme\"",
                "{\"member\":\"m-1\",\"social\":\"true\",\"evidence\":\"form\"}",
                "{\"member\":\"m-1\",\"social\":1,\"evidence\":\"form\"}",
                "{\"member\":\"\\u006d-1\",\"evidence\":\"\\ud800\"}",
                "{\"a\":\"m-1\",\"b\":\"m-2\",\"weight\":1,\"evidence\":\"form\"}",
                "{\"a\":\"m-1\",\"b\":\"m-2\",\"weight\":-0,\"evidence\":\"form\"}",
                "{\"a\":\"m-1\",\"b\":\"m-2\",\"weight\":1e400,\"evidence\":\"form\"}",
                "{\"a\":\"m-1\",\"b\":\"m-2\",\"weight\":1e-999999999999,\"evidence\":\"form\"}",
                "{\"a\":\"m-1\",\"b\":\"m-2\",\"weight\":123456789012345678901234567890,\"evidence\":\"form\"}",
                "{\"a\":\"m-1\",\"b\":\"m-2\",\"weight\":0.00000000000000000000000000000000000000001,\"evidence\":\"form\"}",
                "{\"a\":\"m-1\",\"b\":\"m-2\",\"weight\":NaN,\"evidence\":\"form\"}",
                "{\"a\":\"m-1\",\"b\":\"m-2\",\"weight\":\"0.5\",\"evidence\":\"form\"}",
                "{\"a\":\"m-1\",\"b\":\"m-2\",\"weight\":true,\"evidence\":\"form\"}",
                "{\"a\":\"m-1\",\"b\":\"m-1\",\"weight\":0.5,\"evidence\":\"form\"}"
            })
    void othersAreReadAsTheMapperReadsThem(String line) {
        assertSameAsTheMapper(bytes(line));
    }

    @Test
    void bytesThatWentWrongAreReadAsTheMapperReadsThem() {
        Random random = new Random(17);
        for (int i = 0; i < 50_000; i++) {
            byte[] line = bytes(i % 2 == 0 ? MEMBER : TIE);
            for (int j = 0; j <= i % 3; j++) {
                int at = random.nextInt(line.length);
                line[at] = i % 5 == 0 ? (byte) random.nextInt() : line[random.nextInt(line.length)];
            }
            assertSameAsTheMapper(line);
        }
    }

    private void assertSameAsTheMapper(byte[] line) {
        assertThat(read(members(PlainLine::member), line))
                .as(new String(line, StandardCharsets.UTF_8))
                .isEqualTo(read(members((bytes, from, length) -> null), line));
        assertThat(read(ties(PlainLine::tie), line))
                .as(new String(line, StandardCharsets.UTF_8))
                .isEqualTo(read(ties((bytes, from, length) -> null), line));
    }

    private ImportLines<MemberLine, ?> members(PlainLine.Reader<MemberLine> plain) {
        return new ImportLines<>(
                plain,
                mapper,
                MemberLine.class,
                ImportGuard::grants,
                lines -> Uni.createFrom().nothing(),
                progress());
    }

    private ImportLines<TieLine, ?> ties(PlainLine.Reader<TieLine> plain) {
        return new ImportLines<>(
                plain,
                mapper,
                TieLine.class,
                ImportGuard::agreement,
                lines -> Uni.createFrom().nothing(),
                progress());
    }

    private static ImportProgress progress() {
        return new ImportProgress(
                ImportMetrics.What.MEMBERS, new ImportMetrics(new SimpleMeterRegistry()), System::nanoTime, said -> {});
    }

    private static Object read(ImportLines<?, ?> lines, byte[] line) {
        return lines.read(line, 0, line.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
