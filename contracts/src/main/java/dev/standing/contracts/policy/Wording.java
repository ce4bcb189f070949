package dev.standing.contracts.policy;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text says to who reads it, whatever it is written with: characters that show nothing, forms of letters, accents, blanks of any
 * sort and number, and the most alike letters of other alphabets make no difference. For a list of words to be searched in.
 */
final class Wording {
    /** What shows nothing: controls of format, soft hyphens among them, fillers of Hangul, marks upon letters once they are apart. */
    private static final Pattern NOTHING =
            Pattern.compile("[\\p{Cf}\\p{M}\\u115f\\u1160\\u3164\\uffa0\\u2065\\ufff0-\\ufff8]");

    /** Where a word begins within a name: {@code ownHealth}, {@code 2health}. */
    private static final Pattern WORD_WITHIN = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Nd})(?=\\p{L})");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** Those that nobody takes for Latin letters, and that Japanese and Korean put into one word. */
    private static final Set<UnicodeScript> APART = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED);

    /** Small letters of Cyrillic, Greek and rare Latin, each above the Latin one that it is taken for, in whichever size. */
    private static final Map<Integer, Integer> ALIKE = alike(
            "авеһнікмопгрсѕтухјԁԛԝӏь" + "αβεηικνορτυχωγζ" + "ıɑɡɩ", //
            "abehhikmonrpcstyxjdqwlb" + "abenikvoptuxwyz" + "iagi");

    private Wording() {}

    private static Map<Integer, Integer> alike(String other, String latin) {
        Map<Integer, Integer> alike = new HashMap<>();
        for (int i = 0; i < other.length(); i++) {
            alike.put((int) other.charAt(i), (int) latin.charAt(i));
        }
        return alike;
    }

    /** In small letters, with one blank between words. */
    static String plain(String text) {
        String seen = NOTHING.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        String apart = WORD_WITHIN.matcher(seen).replaceAll(" ");
        StringBuilder plain = new StringBuilder(apart.length());
        BETWEEN_WORDS
                .matcher(apart.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .codePoints()
                .map(letter -> ALIKE.getOrDefault(letter, letter))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Whether a word has letters of alphabets that are taken for one another, which nobody writes who wants to be understood. */
    static boolean mixesAlphabets(String text) {
        Matcher words = WORD.matcher(
                NOTHING.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(""));
        while (words.find()) {
            long alphabets = words.group()
                    .codePoints()
                    .mapToObj(UnicodeScript::of)
                    .filter(script -> !APART.contains(script))
                    .distinct()
                    .count();
            if (alphabets > 1) {
                return true;
            }
        }
        return false;
    }
}
