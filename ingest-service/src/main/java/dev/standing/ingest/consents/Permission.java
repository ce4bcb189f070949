package dev.standing.ingest.consents;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * What a member may give and withdraw.
 *
 * @param partner who may send records; null for other purposes
 */
record Permission(
        MemberId member, Purpose purpose, @Nullable PartnerId partner) {
    Permission {
        if ((purpose == Purpose.RECORDS) != (partner != null)) {
            throw new IllegalArgumentException("records are allowed to a partner, nothing else is");
        }
    }

    static Permission records(MemberId member, PartnerId partner) {
        return new Permission(member, Purpose.RECORDS, partner);
    }

    static Permission social(MemberId member) {
        return new Permission(member, Purpose.SOCIAL, null);
    }
}
