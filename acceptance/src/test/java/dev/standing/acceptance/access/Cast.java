package dev.standing.acceptance.access;

import static dev.standing.stack.Service.INGEST;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import java.util.Map;

/**
 * Whom the calls are about: a member with a consent to the one partner and none to the other, a friend whose tie waits
 * for confirmation, an active tie, a record that the partner sent, a check of a loan that it asked for.
 */
record Cast(
        String member,
        String otherMember,
        String suitor,
        String friend,
        String partner,
        String otherPartner,
        String record,
        String recordToGo,
        String check) {

    static Cast in(Standing standing) {
        String mark = Long.toString(System.nanoTime(), 36);
        Cast cast = new Cast(
                "access-m-" + mark,
                "access-o-" + mark,
                "access-s-" + mark,
                "access-f-" + mark,
                "access-p-" + mark,
                "access-q-" + mark,
                "access-r-" + mark,
                "access-g-" + mark,
                asked(standing, "access-m-" + mark, "access-p-" + mark));
        standing.join(cast.member, cast.partner);
        standing.join(cast.otherMember);
        standing.join(cast.suitor);
        standing.join(cast.friend);
        standing.befriend(cast.member, cast.friend, 1.0);
        standing.as(Who.member(cast.suitor))
                .post(INGEST, "/v1/members/" + cast.suitor + "/ties", Map.of("with", cast.member, "weight", 1.0))
                .expect(202);
        standing.send(cast.partner, Behaviour.paid(cast.record, cast.member, "payment.on-time", 3, 100));
        standing.send(cast.partner, Behaviour.paid(cast.recordToGo, cast.member, "payment.on-time", 3, 100));
        standing.awaitScored(cast.partner, cast.record, cast.recordToGo);
        standing.explainOnce(cast.member, "is known", explanation -> true);
        return cast;
    }

    /** A loan that everybody may have, so that it is kept when it is answered and nobody is to be told why not. */
    private static String asked(Standing standing, String member, String partner) {
        return standing.check(
                        partner,
                        member,
                        "personal-loan",
                        Map.of("amountMinor", 100, "currency", "USD", "termMonths", 12))
                .path("id")
                .asText();
    }

    String fill(String template) {
        return template.replace("{member}", member)
                .replace("{otherMember}", otherMember)
                .replace("{suitor}", suitor)
                .replace("{friend}", friend)
                .replace("{partner}", partner)
                .replace("{record}", record)
                .replace("{recordToGo}", recordToGo)
                .replace("{check}", check)
                .replace("{receipt}", "00000000-0000-4000-8000-000000000000")
                .replace("{list}", "0")
                .replace("{webhook}", "wh_of_nobody");
    }
}
