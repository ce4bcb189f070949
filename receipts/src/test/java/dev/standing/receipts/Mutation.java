package dev.standing.receipts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What may become of a receipt in bad hands. */
enum Mutation {
    BIT {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            int at = random.nextInt(receipt.length());
            return replaced(receipt, at, String.valueOf((char) (receipt.charAt(at) ^ 1 << random.nextInt(Byte.SIZE))));
        }
    },
    CHARACTER {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            int at = random.nextInt(receipt.length());
            return replaced(receipt, at, anyCharacter(random));
        }
    },
    MORE {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            int at = random.nextInt(receipt.length() + 1);
            return receipt.substring(0, at) + anyCharacter(random) + receipt.substring(at);
        }
    },
    LESS {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            return replaced(receipt, random.nextInt(receipt.length()), "");
        }
    },
    CUT {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            return receipt.substring(0, random.nextInt(receipt.length()));
        }
    },
    /** Parts of the receipt, dots and tildes apart, in another order, left out, doubled. */
    PARTS {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            List<String> parts = parts(receipt);
            switch (random.nextInt(3)) {
                case 0 -> Collections.swap(parts, random.nextInt(parts.size()), random.nextInt(parts.size()));
                case 1 -> parts.remove(random.nextInt(parts.size()));
                default -> parts.add(random.nextInt(parts.size() + 1), parts.get(random.nextInt(parts.size())));
            }
            return String.join("~", parts);
        }
    },
    /** With a disclosure of another receipt. */
    BORROWED {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            List<String> parts = parts(receipt);
            List<String> others = parts(other);
            String borrowed = others.get(1 + random.nextInt(others.size() - 2));
            if (random.nextBoolean()) {
                parts.set(1 + random.nextInt(parts.size() - 2), borrowed);
            } else {
                parts.add(1 + random.nextInt(parts.size() - 1), borrowed);
            }
            return String.join("~", parts);
        }
    },
    /** A value made up, with the salt that was there. */
    REWRITTEN {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            List<String> parts = parts(receipt);
            int at = 1 + random.nextInt(parts.size() - 2);
            String array = text(parts.get(at));
            parts.set(at, base64(array.substring(0, array.lastIndexOf(',')) + "," + random.nextInt(951) + "]"));
            return String.join("~", parts);
        }
    },
    /** Another algorithm in the header, with a signature that would do for it. */
    ALGORITHM {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            String[] token = parts(receipt).getFirst().split("\\.", -1);
            String algorithm = List.of("none", "None", "HS256", "ES384", "ES256K", "RS256", "es256", "")
                    .get(random.nextInt(8));
            String head = base64(text(token[0]).replace("ES256", algorithm));
            String signed = head + "." + token[1];
            String signature =
                    switch (algorithm) {
                        case "HS256" -> mac(signed, keys.published());
                        case "ES384", "ES256K" -> token[2];
                        default -> "";
                    };
            return receipt.replace(String.join(".", token), signed + "." + signature);
        }
    },
    /** The claims in another order, or with another value, under the signature that was there. */
    CLAIMS {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            String[] token = parts(receipt).getFirst().split("\\.", -1);
            ObjectNode claims = (ObjectNode) read(text(token[1]));
            List<String> names = new ArrayList<>();
            claims.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextBoolean()) {
                claims.set(name, claims.remove(name));
                claims.put("exp", claims.path("exp").asLong() + (name.equals(names.getLast()) ? 1 : 0));
            } else {
                claims.put(name, random.nextInt());
            }
            return receipt.replace(token[1], base64(Json.text(claims)));
        }
    },
    /** Its claims under the header and the signature of another. */
    SPLICED {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            List<String> parts = parts(receipt);
            String[] token = parts.getFirst().split("\\.", -1);
            token[1 + random.nextInt(2)] = parts(other).getFirst().split("\\.", -1)[2];
            parts.set(0, String.join(".", token));
            return String.join("~", parts);
        }
    },
    /** Bytes that are no receipt at all. */
    GARBAGE {
        @Override
        String of(String receipt, String other, SigningKeys keys, Random random) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    };

    abstract String of(String receipt, String other, SigningKeys keys, Random random);

    /** Whether a holder may show this of the receipt: what is signed, and some of the disclosures, each once. */
    static boolean isLegal(String shown, String receipt) {
        List<String> parts = parts(receipt);
        List<String> said = parts(shown);
        return said.size() >= 2
                && said.getFirst().equals(parts.getFirst())
                && said.getLast().isEmpty()
                && said.stream().distinct().count() == said.size()
                && parts.containsAll(said);
    }

    static List<String> parts(String receipt) {
        return new ArrayList<>(Arrays.asList(receipt.split("~", -1)));
    }

    private static String replaced(String text, int at, String by) {
        return text.substring(0, at) + by + text.substring(at + 1);
    }

    private static String anyCharacter(Random random) {
        String usual = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~=+/ \n\0é";
        return String.valueOf(usual.charAt(random.nextInt(usual.length())));
    }

    private static String text(String base64) {
        try {
            return new String(Base64Url.decode(base64), StandardCharsets.UTF_8);
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String mac(String signed, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64Url.encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
