package dev.standing.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.contracts.policy.SpecialCategories;
import dev.standing.ingest.ledger.Submission;
import dev.standing.web.problem.Problem;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final String GOOD = """
            {"id":"r-1","member":"m-1","kind":"purchase","occurredAt":"2026-11-01T10:00:00Z","amountMinor":1177,\
            "currency":"USD","merchantCategory":"5735"}""";

    private static final PartnerId ACME = new PartnerId("acme");

    private final RecordReader reader = new RecordReader(BehaviourCatalogue.load(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aGoodRecordIsReadWhole() {
        assertThat(read(GOOD))
                .isEqualTo(new Reading.Valid(new Submission(
                        ACME,
                        "r-1",
                        "m-1",
                        "purchase",
                        Instant.parse("2026-11-01T10:00:00Z").getEpochSecond() * 1_000_000,
                        0,
                        1177L,
                        "USD",
                        null,
                        "5735",
                        null)));
    }

    @Test
    void whoSendsAFieldThatIsUnknownIsToldAllThatAreKnown() {
        String known = Arrays.stream(Draft.class.getDeclaredFields())
                .filter(field -> (field.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0)
                .map(Field::getName)
                .sorted()
                .collect(Collectors.joining(", "));

        assertThat(((Reading.Refused) read(GOOD.replace("{", "{\"colour\":1,")))
                        .problem()
                        .violations())
                .containsExactly(new Violation("colour", "1", "no such field; known are " + known));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "id":"r-1" | "id":"" | id
            "id":"r-1" | "id":null | id
            "id":"r-1" | "id":17 | id
            "id":"r-1" | "id":["r-1"] | id
            "id":"r-1" | "id":"a b" | id
            "id":"r-1" | "id":"../x" | id
            "id":"r-1" | "id":"a/b" | id
            "id":"r-1" | "id":"é" | id
            "id":"r-1" | "id":"a\\u0000b" | id
            "id":"r-1" | "id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" | id
            "id":"r-1", | | id
            "member":"m-1" | "member":"somebody@example.org" | member
            "member":"m-1" | "member":true | member
            "member":"m-1", | | member
            "kind":"purchase" | "kind":"gossip" | kind
            "kind":"purchase" | "kind":"Purchase" | kind
            "kind":"purchase" | "kind":{} | kind
            "kind":"purchase", | | kind
            2026-11-01T10:00:00Z | 2026-11-01T12:05:01Z | occurredAt
            2026-11-01T10:00:00Z | 1989-12-31T23:59:59Z | occurredAt
            2026-11-01T10:00:00Z | 0000-01-01T00:00:00Z | occurredAt
            2026-11-01T10:00:00Z | 2026-11-01T10:00:00+01:00 | occurredAt
            2026-11-01T10:00:00Z | 2026-11-01 | occurredAt
            2026-11-01T10:00:00Z | 2026-02-30T10:00:00Z | occurredAt
            2026-11-01T10:00:00Z | 2026-11-01T24:00:00Z | occurredAt
            2026-11-01T10:00:00Z | +999999999-01-01T00:00:00Z | occurredAt
            "2026-11-01T10:00:00Z" | 1793527200 | occurredAt
            1177 | -1 | amountMinor
            1177 | 1000000000001 | amountMinor
            1177 | 9223372036854775808 | amountMinor
            1177 | 99999999999999999999999999999999999 | amountMinor
            1177 | 11.77 | amountMinor
            1177 | 1e3 | amountMinor
            1177 | "1177" | amountMinor
            1177 | null | amountMinor
            "amountMinor":1177, | | amountMinor
            "USD" | "usd" | currency
            "USD" | "XXX" | currency
            "USD" | "ZZZ" | currency
            "USD" | "XAU" | currency
            "USD" | "HRK" | currency
            "USD" | "ITL" | currency
            "currency":"USD", | | currency
            "5735" | "57" | merchantCategory
            "5735" | "57x5" | merchantCategory
            "5735" | 5735 | merchantCategory
            ,"merchantCategory":"5735" | | merchantCategory
            "id" | "count":0,"id" | count
            "id" | "count":1000001,"id" | count
            "id" | "count":"1","id" | count
            "id" | "note":"free text","id" | note
            "id" | "religion":{"a":[1,2]},"id" | religion
            """)
    void aBadFieldIsNamedWithWhatIsAllowed(String part, String replacement, String field) {
        Reading reading = read(GOOD.replace(part, replacement == null ? "" : replacement));

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        Reading.Refused refused = (Reading.Refused) reading;
        assertThat(refused.problem().status()).isEqualTo(422);
        assertThat(refused.problem().violations()).extracting(Violation::field).containsExactly(field);
        assertThat(refused.problem().violations())
                .allMatch(violation -> !violation.allowed().isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "UYW,2026-11-01T10:00:00Z",
        "XCG,2026-11-01T10:00:00Z",
        "HRK,2023-01-14T10:00:00Z",
        "ITL,1999-11-01T10:00:00Z"
    })
    void aCurrencyOfItsDayIsTaken(String currency, String occurredAt) {
        String record = GOOD.replace("USD", currency).replace("2026-11-01T10:00:00Z", occurredAt);

        assertThat(read(record)).isInstanceOf(Reading.Valid.class);
    }

    @Test
    void aRecordOfNothingButUnknownFieldsIsAnsweredShortly() {
        String fields =
                IntStream.range(0, 20_000).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(",", "{", "}"));

        Problem problem = ((Reading.Refused) read(fields)).problem();

        assertThat(problem.violations()).hasSize(20);
        assertThat(problem.violationCount()).isEqualTo(20_004);
        assertThat(problem.violations())
                .filteredOn(violation -> violation.allowed().contains("merchantCategory"))
                .hasSize(1);
        assertThat(problem.length()).isLessThan(3_000);
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        Reading.Refused refused = (Reading.Refused) read("{\"amountMinor\":-5,\"kind\":\"purchase\",\"x\":1}");

        assertThat(refused.problem().violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "x", "id", "member", "occurredAt", "currency", "merchantCategory", "amountMinor");
    }

    @Test
    void fieldsThatTheKindDoesNotHaveAreRefused() {
        Reading.Refused refused = (Reading.Refused) read(GOOD.replace("\"purchase\"", "\"identity.verified\""));

        assertThat(refused.problem().violations())
                .extracting(Violation::field)
                .containsExactly("amountMinor", "currency", "merchantCategory");
    }

    @Test
    void ofAnOptionalAmountBothHalvesOrNeitherAreNeeded() {
        String returned =
                GOOD.replace("\"purchase\"", "\"order.returned\"").replace(",\"merchantCategory\":\"5735\"", "");

        assertThat(read(returned)).isInstanceOf(Reading.Valid.class);
        assertThat(read(returned.replace("\"amountMinor\":1177,\"currency\":\"USD\"", "\"x\":1")
                        .replace(",\"x\":1", "")))
                .isInstanceOf(Reading.Valid.class);
        Reading.Refused half = (Reading.Refused) read(returned.replace(",\"currency\":\"USD\"", ""));
        assertThat(half.problem().violations()).extracting(Violation::field).containsExactly("currency");
    }

    @Test
    void everyRefusedMerchantCategoryIsRefused() {
        for (SpecialCategories.Refused range : SpecialCategories.refusedMerchantCategories()) {
            for (String code : List.of(range.from(), range.to())) {
                Reading.Refused refused = (Reading.Refused) read(GOOD.replace("5735", code));
                assertThat(refused.reason()).as(code).isEqualTo(RefusalReason.SPECIAL_CATEGORY);
                assertThat(refused.problem().type()).endsWith("special-category");
            }
        }
    }

    /** Not in ISO's list, and in lists of card schemes. */
    @ParameterizedTest
    @ValueSource(strings = {"7280", "8399", "9400", "9702"})
    void merchantCategoriesOfCardSchemesThatRevealAreRefusedToo(String code) {
        assertThat(((Reading.Refused) read(GOOD.replace("5735", code))).reason())
                .isEqualTo(RefusalReason.SPECIAL_CATEGORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "\"x\"", "true", "null", "[]", "-1.5"})
    void anythingButAnObjectIsNotCalledMissing(String item) {
        Problem alone = ((Reading.Refused) read(item)).problem();
        Problem among = ((Reading.Refused) many("[" + item + "]").getFirst()).problem();

        assertThat(alone).isEqualTo(among);
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.detail()).contains("allowed: an object").doesNotContain("missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t "})
    void nothingIsAsIfNoFieldWereInIt(String text) {
        assertThat(((Reading.Refused) read(text)).problem()).isEqualTo(((Reading.Refused) read("{}")).problem());
        assertThatThrownBy(() -> many(text)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().detail())
                .isEqualTo("The body is missing or empty; allowed: an array of records"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"sweet\"|sweet", "\"\"|''", "1.50|1.50", "null|null", "{\"a\":1}|an object", "[1]|an array"})
    void anUnknownFieldIsToldWithWhatWasSentInIt(String value, String sent) {
        Reading.Refused refused = (Reading.Refused) read(GOOD.replace("{", "{\"smell\":" + value + ","));

        assertThat(refused.problem().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("smell");
            assertThat(violation.value()).isEqualTo(sent);
        });
    }

    @Test
    void fiveMinutesOfSkewAndBackdatingTo1990AreFine() {
        assertThat(read(GOOD.replace("2026-11-01T10:00:00Z", "2026-11-01T12:05:00Z")))
                .isInstanceOf(Reading.Valid.class);
        assertThat(read(GOOD.replace("2026-11-01T10:00:00Z", "1990-01-01T00:00:00Z")))
                .isInstanceOf(Reading.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"id\":\"r-1\"",
                "{\"id\":\"r-1\",}",
                "{\"id\":\"r-1\",\"id\":\"r-2\"}",
                "{} {}",
                "nonsense",
                "[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]",
                "{\"x\":[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]}"
            })
    void whatIsNotJsonIsMalformed(String text) {
        Reading.Refused refused = (Reading.Refused) read(text);

        assertThat(refused.reason()).isEqualTo(RefusalReason.MALFORMED);
        assertThat(refused.problem().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-32"})
    void otherEncodingsAreRefused(String charset) {
        byte[] bytes = GOOD.replace("r-1", "r-é").getBytes(Charset.forName(charset));

        assertThat(reader.one(ACME, bytes, 0, bytes.length)).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1a4", "eda080", "f4908080", "a4", "e282"})
    void whatIsNoUtf8IsMalformedAloneAndInAnArray(String hex) {
        int at = GOOD.indexOf("m-1");
        byte[] wrong = HexFormat.of().parseHex(hex);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(GOOD.substring(0, at).getBytes(StandardCharsets.UTF_8));
        text.writeBytes(wrong);
        text.writeBytes(GOOD.substring(at).getBytes(StandardCharsets.UTF_8));
        byte[] bytes = text.toByteArray();
        byte[] array = ("[" + text.toString(StandardCharsets.ISO_8859_1) + "]").getBytes(StandardCharsets.ISO_8859_1);

        Reading.Refused alone = (Reading.Refused) reader.one(ACME, bytes, 0, bytes.length);

        assertThat(alone.reason()).isEqualTo(RefusalReason.MALFORMED);
        assertThat(alone.problem().status()).isEqualTo(400);
        assertThat(alone.problem().detail()).isEqualTo("The text is not UTF-8");
        assertThatThrownBy(() -> reader.many(ACME, array))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.problem())
                        .isEqualTo(alone.problem()));
    }

    @Test
    void anArrayIsJudgedItemByItemAndBrokenJsonAsAWhole() {
        assertThat(many("[" + GOOD + ",{}]")).hasSize(2);
        assertThat(many("[]")).isEmpty();
        assertThatThrownBy(() -> many("[" + GOOD)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> many("{}")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> many("")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> many("[] 1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void theHashTellsContentsApartAndNotIds() {
        Submission one = ((Reading.Valid) read(GOOD)).submission();
        Submission same = ((Reading.Valid) read(GOOD.replace("r-1", "r-2"))).submission();
        Submission other = ((Reading.Valid) read(GOOD.replace("1177", "1178"))).submission();

        assertThat(one.contentHash()).isEqualTo(same.contentHash()).isNotEqualTo(other.contentHash());
        assertThat(hashAt("10:00:00.000000000")).isEqualTo(one.contentHash());
        assertThat(hashAt("10:00:00.123456789"))
                .isEqualTo(hashAt("10:00:00.123456789"))
                .isNotEqualTo(hashAt("10:00:00.123456788"))
                .isNotEqualTo(hashAt("10:00:00.123456"));
        assertThat(hashAt("10:00:00.1234567")).isEqualTo(hashAt("10:00:00.123456700"));
    }

    private long hashAt(String time) {
        return ((Reading.Valid) read(GOOD.replace("10:00:00", time)))
                .submission()
                .contentHash();
    }

    private Reading read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reader.one(ACME, bytes, 0, bytes.length);
    }

    private List<Reading> many(String text) {
        return reader.many(ACME, text.getBytes(StandardCharsets.UTF_8));
    }
}
