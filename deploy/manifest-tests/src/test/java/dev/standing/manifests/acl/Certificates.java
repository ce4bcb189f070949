package dev.standing.manifests.acl;

import dev.standing.local.process.Packaging;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;

/** A key and a certificate for each party, in a folder; all trust all. Made by the JDK's own tool. */
record Certificates(Path folder) {
    private static final String PASSWORD = "password-of-a-test";
    private static final String TYPE = "PKCS12";

    static Certificates make(Path folder, List<String> names)
            throws IOException, InterruptedException, GeneralSecurityException {
        Certificates certificates = new Certificates(folder);
        KeyStore trusted = KeyStore.getInstance(TYPE);
        trusted.load(null, null);
        for (String name : names) {
            certificates.generate(name);
            KeyStore own = KeyStore.getInstance(TYPE);
            try (InputStream stream = Files.newInputStream(certificates.keys(name))) {
                own.load(stream, PASSWORD.toCharArray());
            }
            trusted.setCertificateEntry(name, own.getCertificate(name));
        }
        try (OutputStream stream = Files.newOutputStream(certificates.trust())) {
            trusted.store(stream, PASSWORD.toCharArray());
        }
        return certificates;
    }

    private void generate(String name) throws IOException, InterruptedException {
        List<String> words = List.of(
                Path.of(Packaging.java()).resolveSibling("keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-storetype",
                TYPE,
                "-keystore",
                keys(name).toString(),
                "-storepass",
                PASSWORD);
        Path log = folder.resolve("keytool.log");
        Process keytool = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + Files.readString(log));
        }
    }

    private Path keys(String name) {
        return folder.resolve(name + ".p12");
    }

    private Path trust() {
        return folder.resolve("trust.p12");
    }

    /** What a client or a server of Kafka has to be told to be this party. */
    Map<String, String> settings(String name) {
        return Map.of(
                "ssl.keystore.type", TYPE,
                "ssl.keystore.location", keys(name).toString(),
                "ssl.keystore.password", PASSWORD,
                "ssl.truststore.type", TYPE,
                "ssl.truststore.location", trust().toString(),
                "ssl.truststore.password", PASSWORD);
    }
}
