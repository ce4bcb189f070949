package dev.standing.privileges.grants;

import java.time.Duration;
import java.time.Instant;

/**
 * The tier of one perk that one member holds, and what becomes of it. Good news comes at once; bad news only after the
 * grace period: a tier is taken when it was not earned for the whole of it.
 *
 * <p>So the tier held is at any moment the highest that was earned within the last grace period, and a fall in several
 * steps gives notice of each. What a {@link Freeze} keeps back is held beyond its end.
 */
public sealed interface Privilege {
    int tier();

    Instant since();

    Why why();

    /** What is held after a judgement at {@code now} that this tier is earned. */
    Privilege judged(int earned, Instant now, Duration grace);

    /** What is held at {@code now}, all ends in time until then having come. */
    Privilege at(Instant now);

    /** This privilege, begun when a higher tier ended. */
    Privilege begunAt(Instant instant);

    /** Held without an end in sight. */
    record Settled(int tier, Instant since, Why why) implements Privilege {
        public Settled {
            if (tier < 0) {
                throw new IllegalArgumentException("tier is " + tier + "; allowed: 0, the baseline, or more");
            }
        }

        @Override
        public Privilege judged(int earned, Instant now, Duration grace) {
            if (earned == tier) {
                return this;
            }
            if (earned > tier) {
                return new Settled(earned, now, Why.CONDITIONS_MET);
            }
            Instant until = now.plus(grace);
            return new Ending(this, until, new Settled(earned, until, Why.GRACE_ENDED)).at(now);
        }

        @Override
        public Privilege at(Instant now) {
            return this;
        }

        @Override
        public Privilege begunAt(Instant instant) {
            return new Settled(tier, instant, Why.GRACE_ENDED);
        }
    }

    /**
     * Held, no longer earned, and kept until an announced end.
     *
     * @param then what is held afterwards; of a lower tier, and begun at that end
     */
    record Ending(Settled held, Instant until, Privilege then) implements Privilege {
        public Ending {
            if (then.tier() >= held.tier()) {
                throw new IllegalArgumentException("tier " + held.tier() + " would end in tier " + then.tier());
            }
            then = then.begunAt(until);
        }

        @Override
        public int tier() {
            return held.tier();
        }

        @Override
        public Instant since() {
            return held.since();
        }

        @Override
        public Why why() {
            return Why.CONDITIONS_NO_LONGER_MET;
        }

        @Override
        public Privilege judged(int earned, Instant now, Duration grace) {
            return earned >= held.tier()
                    ? held.judged(earned, now, grace)
                    : new Ending(held, until, then.judged(earned, now, grace));
        }

        @Override
        public Privilege at(Instant now) {
            return now.isBefore(until) ? this : then.at(now);
        }

        @Override
        public Privilege begunAt(Instant instant) {
            return new Ending(new Settled(held.tier(), instant, Why.GRACE_ENDED), until, then);
        }
    }
}
