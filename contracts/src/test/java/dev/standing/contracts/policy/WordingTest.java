package dev.standing.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that no policy may use, as they might be written by who wants to use them. */
class WordingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "trade union",
                "trade  union",
                "trade \t union",
                "trade\nunion",
                "trade\u00a0union",
                "trade\u2003\u3000union",
                "trade_-_union",
                "trade/union",
                "Trade.Union",
                "labour   union",
                "chur\u00adch",
                "chur\u200bch",
                "\u200dchurch",
                "c\u2060hurch",
                "chur\ufeffch",
                "ch\u115furch",
                "chur\u034fch",
                "chur\ufe0fch",
                "\uff43\uff48\uff55\uff52\uff43\uff48",
                "\ud835\udc1c\ud835\udc21\ud835\udc2e\ud835\udc2b\ud835\udc1c\ud835\udc21",
                "\u24d2hurch",
                "re\u0301ligion",
                "r\u00e9ligion",
                "p\u043elitical",
                "\u0440olitic",
                "\u0455\u0435\u0445",
                "\u0421HURCH",
                "hea\u217cth",
                "ownHealth",
                "lastYears2Sexes",
                "2health",
                "HEALTH_INDEX",
                "health"
            })
    void aWordIsFoundHoweverItIsWritten(String text) {
        assertThat(SpecialCategories.namedIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h\u0435\u0430lth", "t\u03bfnic", "\u0441ash", "pa\u0443", "\u0531ny", "na\u13a1ve"})
    void aWordOfSeveralAlphabetsIsFound(String text) {
        assertThat(Wording.mixesAlphabets(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Broadband speed",
                "Mbit/s",
                "\u041c\u043e\u0441\u043a\u0432\u0430",
                "\u0391\u03b8\u03ae\u03bd\u03b1",
                "M\u00fcnchen",
                "Z\u00fcrich, \u0141\u00f3d\u017a",
                "T\u30b7\u30e3\u30c4",
                "\u6771\u4eac\u30bf\u30ef\u30fc",
                "\u00b5s",
                "Moskau / \u041c\u043e\u0441\u043a\u0432\u0430",
                "stealth",
                "embrace",
                "Essex",
                "trade in the union's shop",
                "tracer",
                "windowInDays"
            })
    void whatIsOrdinaryIsNeither(String text) {
        assertThat(SpecialCategories.namedIn(text)).isFalse();
        assertThat(Wording.mixesAlphabets(text)).isFalse();
    }

    record Note(String note) {}

    @Test
    void aPolicyIsToldTheLineAndWhatIsAllowed() {
        assertThatThrownBy(() -> PolicyDocument.read("note.yaml", "# one\nnote: \"chur\\u00adch\"\n", Note.class))
                .hasMessage("note.yaml, line 2 (note): names a special category of data, which no policy may use");
        assertThatThrownBy(() -> PolicyDocument.read("note.yaml", "note: \"\\u0441ash\"\n", Note.class))
                .hasMessage("note.yaml, line 1 (note): has a word of letters that look alike in several alphabets;"
                        + " allowed: one alphabet a word");
        assertThatThrownBy(() -> PolicyDocument.read("note.yaml", "\"n\u043ete\": 1\n", Note.class))
                .hasMessageContaining("has a word of letters");
    }
}
