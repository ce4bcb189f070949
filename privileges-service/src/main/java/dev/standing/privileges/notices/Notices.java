package dev.standing.privileges.notices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.privileges.checks.Basis;
import dev.standing.privileges.checks.CheckAnswer;
import dev.standing.privileges.decisions.Decision;
import dev.standing.privileges.notices.PartiesDocument.Creditor;
import dev.standing.web.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of which decisions there is a notice, and what it says. */
@Singleton
class Notices {
    private final Parties parties;
    private final ObjectMapper json;

    Notices(Parties parties, ObjectMapper json) {
        this.parties = parties;
        this.json = json;
    }

    /** @throws ProblemException 409 where there is none, saying why */
    Map<String, @Nullable Object> words(Decision decision) {
        try {
            CheckAnswer answer = json.readValue(decision.answer(), CheckAnswer.class);
            Basis basis = json.readValue(decision.basis(), Basis.class);
            if (answer.principalReasons() == null) {
                throw none("The check denied no credit");
            }
            if (answer.principalReasons().isEmpty()) {
                throw none("What cost the score its points is not known of that decision");
            }
            Creditor creditor = parties.creditor(decision.partner());
            if (creditor == null) {
                throw none("The lender's name and address are not in the document of standing.privileges.notices");
            }
            return Notice.words(decision, answer, basis.known(), creditor, parties.bureau());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored decision cannot be read", e);
        }
    }

    private static ProblemException none(String why) {
        return ProblemException.conflict("no-notice", why);
    }
}
