package dev.standing.privileges.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.policy.InvalidPolicy;
import dev.standing.privileges.checks.Check;
import dev.standing.privileges.checks.Loans;
import dev.standing.privileges.decisions.Decision;
import dev.standing.privileges.policy.Policies;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final String PARTIES = """
            bureau: {name: Standing <i>Ltd</i>, address: [1 Square], phone: "+1 800"}
            creditors:
              - partner: acme
                is: {name: "Acme & Sons <script>alert(1)</script>", address: [2 Street, Town]}
                agency: {name: Some Agency, address: [3 Avenue]}
            """;

    private final NoticeTemplates templates = new NoticeTemplates();
    private final Parties parties = new Parties("notices.yaml", PARTIES);

    @Test
    void theTextSaysWhatTheLawAsksFor() {
        String text = templates.text(words(Loans.loan(Policies.facts(547, 540, 400), 50_000)));

        assertThat(text)
                .contains("Acme & Sons <script>", "2 Street", "Date: November 1, 2026")
                .contains("a loan of 500.00 USD over 12 months", "up to 200.00 USD over 12 months")
                .contains("1. A part of the payments due came late.", "2. Few household bills are on record.")
                .contains("540, as of November 1, 2026", "Scores range from 350 to 950")
                .contains("Standing <i>Ltd</i>", "did not make the decision", "free copy", "within 60 days")
                .contains(
                        "inaccurate or incomplete", "dispute", "Equal Credit Opportunity Act", "Some Agency, 3 Avenue");
    }

    @Test
    void whatFriendsAddIsNotInIt() {
        Map<String, @Nullable Object> words = words(Loans.loan(Policies.facts(547, 540, 400), 50_000));

        for (String notice : new String[] {templates.text(words), templates.page(words)}) {
            assertThat(notice).contains("540").doesNotContain("547").doesNotContainIgnoringCase("friend");
        }
    }

    @Test
    void thePageEscapesWhatOthersWrote() {
        String page = templates.page(words(Loans.loan(Policies.facts(540, 400), 50_000)));

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("Acme &amp; Sons &lt;script&gt;", "Standing &lt;i&gt;Ltd&lt;/i&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void withoutAScoreItNamesWhomWasAskedAndNoScore() {
        Check unseen = Loans.check(
                Loans.question("personal-loan", 50_000, 12),
                Loans.loan(Policies.facts(540, 400), 1).basis());
        Map<String, @Nullable Object> words = words(unseen);
        words.put("score", null);

        assertThat(templates.text(words)).contains("We asked for information").doesNotContain("Scores range");
    }

    @Test
    void partiesThatCannotBeNamedAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> new Parties("n.yaml", PARTIES.replace("[3 Avenue]", "[]")))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("creditors[0].agency.address");
        assertThatThrownBy(() -> new Parties("n.yaml", PARTIES.replace("partner: acme", "partner: \"a b\"")))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("creditors[0].partner");
        assertThat(parties.creditor("nobody")).isNull();
    }

    private Map<String, @Nullable Object> words(Check check) {
        Decision decision = new Decision(
                check.id(),
                check.at(),
                check.partner(),
                check.question().member().value(),
                check.question().perk().name(),
                null,
                check.question().amountMinor(),
                "USD",
                check.question().termMonths(),
                check.answer().allowed(),
                "",
                new Decision.Policy("community", 1, ""),
                "");
        return Notice.words(
                decision,
                check.answer(),
                check.basis().known(),
                Objects.requireNonNull(parties.creditor("acme")),
                parties.bureau());
    }
}
