package dev.standing.local.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs tokens with a key pair that lies in a folder. For the local stacks alone: anywhere else an OIDC provider does this. */
public final class LocalIssuer {

    public static final String ISSUER = "https://standing.local";

    /** The three services, so that one token opens each door. */
    private static final List<String> AUDIENCE = List.of("standing-ingest", "standing-scoring", "standing-privileges");

    private static final String KEY_ID = "standing-local";
    private static final int KEY_BITS = 2048;

    private final Path publicKeyFile;
    private final PrivateKey privateKey;

    private LocalIssuer(Path publicKeyFile, PrivateKey privateKey) {
        this.publicKeyFile = publicKeyFile;
        this.privateKey = privateKey;
    }

    /** The issuer of this folder; makes its keys where there are none. */
    public static LocalIssuer in(Path folder) {
        Path privateKeyFile = folder.resolve("private-key.pem");
        Path publicKeyFile = folder.resolve("public-key.pem");
        try {
            if (!Files.exists(privateKeyFile) || !Files.exists(publicKeyFile)) {
                Files.createDirectories(folder);
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(KEY_BITS);
                KeyPair pair = generator.generateKeyPair();
                write(publicKeyFile, "PUBLIC KEY", pair.getPublic().getEncoded());
                write(privateKeyFile, "PRIVATE KEY", pair.getPrivate().getEncoded());
            }
            return new LocalIssuer(publicKeyFile, read(privateKeyFile));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The keys of the local issuer in " + folder + " cannot be used: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The keys of the local issuer in " + folder
                            + " are damaged. Maybe delete them: the next start makes new ones",
                    e);
        }
    }

    /** The PEM file that services verify with. */
    public Path publicKeyFile() {
        return publicKeyFile;
    }

    /** The content of {@link #publicKeyFile()}. */
    public String publicKey() {
        try {
            return Files.readString(publicKeyFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A signed token for this identity, good for as long as said. */
    public String sign(Identity identity, Duration lifetime) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(identity.subject());
        claims.setStringListClaim("groups", List.of(identity.role()));
        if (!identity.partner().isEmpty()) {
            claims.setStringClaim("partner", identity.partner());
        }
        claims.setIssuedAtToNow();
        claims.setExpirationTime(
                NumericDate.fromSeconds(Instant.now().plus(lifetime).getEpochSecond()));
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(privateKey);
        signature.setKeyIdHeaderValue(KEY_ID);
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String label, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(unfinished, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        byte[] encoded = Base64.getMimeDecoder().decode(pem);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
