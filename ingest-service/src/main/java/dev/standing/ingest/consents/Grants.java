package dev.standing.ingest.consents;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a member has allowed elsewhere.
 *
 * @param partners who may send records
 * @param social whether ties count
 * @param evidence where the member's own word to all of it can be found
 */
public record Grants(MemberId member, List<PartnerId> partners, boolean social, String evidence) {
    public Grants {
        partners = List.copyOf(partners);
    }

    List<Permission> permissions() {
        List<Permission> permissions = new ArrayList<>(partners.size() + 1);
        partners.forEach(partner -> permissions.add(Permission.records(member, partner)));
        if (social) {
            permissions.add(Permission.social(member));
        }
        return permissions;
    }
}
