package dev.standing.web.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.standing.contracts.json.FieldPath;
import dev.standing.contracts.json.Utf8Only;
import dev.standing.web.json.UnknownField;
import dev.standing.web.time.Instants;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Jackson says of a body into a problem: 400 where it is not JSON, 422 where it is JSON of the wrong form.
 * The text of Jackson's own messages is never passed on: it names classes and repeats content.
 */
public final class JsonProblems {
    private static final Pattern REPEATED = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

    private JsonProblems() {}

    public static ProblemException of(JacksonException e) {
        return switch (e) {
            case MismatchedInputException more
            when isAfterTheEnd(more) ->
                ProblemException.malformed("There is more after the end of the JSON" + at(more));
            case UnknownField unknown ->
                ProblemException.invalid(new Violation(FieldPath.of(unknown), unknown.sent(), known(unknown)));
            case InvalidFormatException format ->
                ProblemException.invalid(new Violation(
                        FieldPath.of(format), String.valueOf(format.getValue()), form(format.getTargetType())));
            case MismatchedInputException mismatch ->
                ProblemException.invalid(
                        new Violation(FieldPath.of(mismatch), sent(mismatch), form(mismatch.getTargetType())));
            case JsonMappingException mapping -> wrapped(mapping);
            case Utf8Only.NotUtf8 other -> ProblemException.malformed("The text is not UTF-8");
            case StreamConstraintsException constraint ->
                ProblemException.malformed(
                        "The JSON is nested too deep, or a value in it is too long" + at(constraint));
            case StreamReadException read -> unreadable(read);
            default -> ProblemException.malformed("The JSON is broken or cut off" + at(e));
        };
    }

    /** Of JSON that is followed by other JSON, where Jackson tells it apart from another form by its message alone. */
    private static boolean isAfterTheEnd(MismatchedInputException e) {
        return e.getOriginalMessage().startsWith("Trailing token");
    }

    /** Not JSON, or with a key that an object has twice, which Jackson tells apart by its message alone. */
    private static ProblemException unreadable(StreamReadException e) {
        Matcher repeated = REPEATED.matcher(e.getOriginalMessage());
        String what = repeated.matches()
                ? "The key '" + Violation.shortened(repeated.group(1)) + "' is repeated"
                : "The JSON is broken or cut off";
        return ProblemException.malformed(what + at(e));
    }

    /** What went wrong in a part and was wrapped with the way to it. */
    private static ProblemException wrapped(JsonMappingException e) {
        return switch (Objects.requireNonNullElse(e.getCause(), e)) {
            case ProblemException problem -> problem;
            case InputCoercionException overflow ->
                ProblemException.invalid(
                        new Violation(FieldPath.of(e), "a longer number", form(overflow.getTargetType())));
            case StreamReadException broken -> of(broken);
            default -> ProblemException.malformed("The JSON is broken or cut off" + at(e));
        };
    }

    /** A string in the place of something else, which Jackson tells by its message alone, in which it stands; else nothing. */
    private static @Nullable String sent(MismatchedInputException e) {
        return e.getOriginalMessage().startsWith("Cannot coerce String value") ? "a string" : null;
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : ", at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static String known(UnknownField e) {
        return "no such field; known are "
                + e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
    }

    private static String form(@Nullable Class<?> type) {
        if (type == null) {
            return "another form";
        }
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT);
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a string";
            case "int", "long", "Integer", "Long" -> "a whole number, not in quotes, of at most 18 digits";
            case "double", "Double" -> "a number, not in quotes";
            case "boolean", "Boolean" -> "true or false, not in quotes";
            case "Instant" -> Instants.ALLOWED;
            case "List", "ArrayList" -> "an array";
            default -> "an object";
        };
    }
}
