package dev.standing.privileges.webhooks.endpoints;

import dev.standing.privileges.webhooks.signing.Keys;
import dev.standing.web.access.Uuids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table of endpoints. */
@Entity
@Table(name = "webhook", schema = "privileges")
@NullUnmarked
class EndpointEntity {
    private static final Pattern ID = Pattern.compile("wh_[0-9a-f]{32}");

    @Id
    String id;

    String partner;
    String url;
    String types;
    String state;
    String reason;
    String secret;

    @Column(name = "signing_key")
    String signingKey;

    @Column(name = "former_secret")
    String formerSecret;

    @Column(name = "former_signing_key")
    String formerSigningKey;

    @Column(name = "former_until")
    Instant formerUntil;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "active_since")
    Instant activeSince;

    static String nextId() {
        return Uuids.next("wh_");
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Nobody's any more; its row goes when nothing is left of it. */
    void forget() {
        partner = null;
        state = State.DISABLED.code();
        secret = "";
        signingKey = null;
        formerSecret = null;
        formerSigningKey = null;
    }

    Keys keys(Instant now) {
        boolean both = formerSecret != null && formerUntil.isAfter(now);
        return new Keys(secret, signingKey, both ? new Keys(formerSecret, formerSigningKey, null) : null);
    }

    void rotate(Keys keys, Instant formerUntil) {
        this.formerSecret = secret;
        this.formerSigningKey = signingKey;
        this.formerUntil = formerUntil;
        this.secret = keys.secret();
        this.signingKey = keys.signingKey();
    }
}
