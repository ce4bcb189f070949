package dev.standing.acceptance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.stack.Repository;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every link of every document leads somewhere, and not out of the repository. */
class LinksTest {
    private static final int FEWEST_DOCUMENTS = 8;

    @Test
    void every_link_of_the_repository_leads_somewhere() throws IOException {
        List<Path> documents = documents(Repository.root());
        assertThat(documents).hasSizeGreaterThanOrEqualTo(FEWEST_DOCUMENTS);
        assertThat(brokenLinks(Repository.root(), documents)).isEmpty();
    }

    @Test
    void a_link_that_leads_nowhere_is_found(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("there.md"), "# One & two\n# One & two\n");
        Path document = Files.writeString(root.resolve("here.md"), """
                [good](there.md), [good](there.md#one--two-1), [good](#here), `[code](nowhere.md)`, <https://example.org/x>
                # Here
                [gone](gone.md) [gone](there.md#three) [gone](#nowhere) ![gone](gone.svg)
                <img src="gone.png"> [outside](../x.md) [absolute](/there.md)
                [gone]: gone.txt
                """);

        assertThat(brokenLinks(root, List.of(document)))
                .containsExactly(
                        "here.md:3: gone.md",
                        "here.md:3: there.md#three",
                        "here.md:3: #nowhere",
                        "here.md:3: gone.svg",
                        "here.md:4: gone.png",
                        "here.md:4: ../x.md",
                        "here.md:4: /there.md",
                        "here.md:5: gone.txt");
    }

    private static List<String> brokenLinks(Path root, List<Path> documents) {
        List<String> broken = new ArrayList<>();
        for (Path document : documents) {
            for (Document.Link link : Document.read(document).links()) {
                if (!leadsSomewhere(root, document, link.target())) {
                    broken.add(root.relativize(document) + ":" + link.line() + ": " + link.target());
                }
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Path root, Path document, String target) {
        String[] parts = target.split("#", 2);
        String path = URLDecoder.decode(parts[0].replace("+", "%2B"), StandardCharsets.UTF_8);
        Path file = path.isEmpty()
                ? document
                : document.resolveSibling(path).toAbsolutePath().normalize();
        if (!file.startsWith(root) || !Files.exists(file)) {
            return false;
        }
        return parts.length == 1
                || !file.toString().endsWith(".md")
                || Document.read(file).anchors().contains(parts[1]);
    }

    private static List<Path> documents(Path root) throws IOException {
        List<Path> documents = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean ours = folder.equals(root) || !(name.startsWith(".") || name.equals("target"));
                return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    documents.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        documents.sort(null);
        return documents;
    }
}
