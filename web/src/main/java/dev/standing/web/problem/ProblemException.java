package dev.standing.web.problem;

import java.time.Duration;
import java.util.List;

/** A request that cannot be answered as asked. The named constructors are the whole family. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int SOON_SECONDS = 1;

    private final transient Problem problem;
    private final long retryAfterSeconds;

    private ProblemException(Problem problem) {
        this(problem, SOON_SECONDS);
    }

    private ProblemException(Problem problem, long retryAfterSeconds) {
        // A problem is an answer, not a fault: nobody reads its stack trace, and filling it costs more than the rest.
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public Problem problem() {
        return problem;
    }

    /** When to try again, where that makes sense. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** 400: not even JSON. */
    public static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of("malformed", "The body cannot be read", 400, detail));
    }

    /** 401: the token is the issuer's, and does not say who calls. */
    public static ProblemException unknown(String detail) {
        return new ProblemException(Problem.of("unauthorized", "Who are you?", 401, detail));
    }

    /** 403: known, and not allowed. */
    public static ProblemException forbidden(String sort, String detail) {
        return new ProblemException(Problem.of(sort, "Not allowed", 403, detail));
    }

    /** 404: not there, or not the caller's to see, which must look the same. */
    public static ProblemException notFound(String what) {
        return new ProblemException(Problem.of("not-found", "Not found", 404, what + " is not known"));
    }

    /** 404: what members allow has not been heard for too long, so partners see nobody, whoever is a member. */
    public static ProblemException unheard() {
        return new ProblemException(Problem.of(
                "consents-not-heard",
                "Not found",
                404,
                "What members allow cannot be told now, so nobody is shown to partners; try again in a moment"));
    }

    /** 408: the body did not come to its end in time. */
    public static ProblemException tooSlow(String detail) {
        return new ProblemException(Problem.of("too-slow", "Too slow", 408, detail));
    }

    /** 409: stands against what is already there. */
    public static ProblemException conflict(String sort, String detail) {
        return new ProblemException(Problem.of(sort, "In conflict with what is there", 409, detail));
    }

    /** 413: over a limit that is named. */
    public static ProblemException tooLarge(String detail) {
        return new ProblemException(Problem.of("too-large", "Too large", 413, detail));
    }

    /** 415: bodies are taken as they are, because a small one can unpack to a large one. */
    public static ProblemException encoded(String encoding) {
        return new ProblemException(Problem.of(
                "encoded",
                "Not in this encoding",
                415,
                List.of(new Violation("Content-Encoding", encoding, "none: the body as it is"))));
    }

    /** 422: readable, and wrong. */
    public static ProblemException invalid(Violation... violations) {
        return invalid(List.of(violations));
    }

    /** 422: readable, and wrong. */
    public static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(Problem.of("invalid", "The request is not valid", 422, violations));
    }

    /** 422: readable, and refused for what it is about. */
    public static ProblemException refused(String sort, Violation violation) {
        return new ProblemException(Problem.of(sort, "Refused", 422, List.of(violation)));
    }

    /** 429: more at once than one caller may. */
    public static ProblemException tooMany(String detail) {
        return new ProblemException(Problem.of("too-many", "Too many at once", 429, detail));
    }

    /** 429: more often than anybody may; what is allowed again, and when, is in the detail. */
    public static ProblemException tooOften(String detail, Duration retryAfter) {
        return new ProblemException(
                Problem.of("too-often", "Too often", 429, detail), Math.max(SOON_SECONDS, retryAfter.toSeconds() + 1));
    }

    /** 503: not now; the caller may try again. */
    public static ProblemException unavailable(String detail) {
        return new ProblemException(Problem.of("unavailable", "Not available now", 503, detail));
    }
}
