package dev.standing.privileges.notices;

import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.policy.PolicyDocument;
import dev.standing.contracts.policy.PolicyText;
import dev.standing.privileges.notices.PartiesDocument.Creditor;
import dev.standing.privileges.notices.PartiesDocument.Party;
import dev.standing.privileges.setup.PrivilegesConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is named in notices: data, and no part of the code. Read at start, so that what is wrong in it is found there. */
@Singleton
@Startup
final class Parties {
    private static final int MOST_LINES = 6;

    private final PolicyDocument<PartiesDocument> document;
    private final Map<String, Creditor> byPartner = new HashMap<>();

    @Inject
    Parties(PrivilegesConfig config) {
        this(config.notices(), PolicyText.read("standing.privileges.notices", config.notices()));
    }

    /** @throws dev.standing.contracts.policy.InvalidPolicy where the document is refused */
    Parties(String name, String yaml) {
        document = PolicyDocument.read(name, yaml, PartiesDocument.class);
        require("bureau", document.content().bureau());
        List<Creditor> creditors = document.content().creditors();
        for (int i = 0; i < creditors.size(); i++) {
            String path = "creditors[" + i + "]";
            Creditor creditor = creditors.get(i);
            if (!Ids.isId(creditor.partner())) {
                throw document.invalid(path + ".partner", "is '" + creditor.partner() + "'; allowed: " + Ids.ALLOWED);
            }
            require(path + ".is", creditor.is());
            require(path + ".agency", creditor.agency());
            if (byPartner.put(creditor.partner(), creditor) != null) {
                throw document.invalid(path + ".partner", "'" + creditor.partner() + "' is named twice; allowed: once");
            }
        }
    }

    /** Who provides the score. */
    Party bureau() {
        return document.content().bureau();
    }

    /** The partner as a lender; null where the document does not have it. */
    @Nullable
    Creditor creditor(String partner) {
        return byPartner.get(partner);
    }

    private void require(String path, Party party) {
        if (party.name().isBlank()) {
            throw document.invalid(path + ".name", "is blank; allowed: a name");
        }
        List<String> address = party.address();
        if (address.isEmpty() || address.size() > MOST_LINES || address.stream().anyMatch(String::isBlank)) {
            throw document.invalid(path + ".address", "allowed: 1 to " + MOST_LINES + " lines, none of them blank");
        }
    }
}
