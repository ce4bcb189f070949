package dev.standing.manifests.settings;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The settings that a module declares by {@code @ConfigMapping} interfaces: names, types, defaults, and what their comments say. */
final class OwnSettings extends TreePathScanner<@Nullable Void, String> {
    private static final Map<String, String> TYPES = Map.of(
            "int", "integer",
            "long", "integer",
            "double", "number",
            "boolean", "boolean",
            "Duration", "duration",
            "String", "text",
            "List<String>", "texts, by commas",
            "List<OwnLimit>", "texts, by commas",
            "URI", "URL");

    private final DocTrees comments;
    private final List<Setting> found = new ArrayList<>();

    private OwnSettings(DocTrees comments) {
        this.comments = comments;
    }

    /** Of a module's sources, in their order. */
    static List<Setting> of(Path module) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(module.resolve("src/main/java"))) {
            List<Path> mappings =
                    sources.filter(OwnSettings::isMapping).sorted().toList();
            if (mappings.isEmpty()) {
                return List.of();
            }
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(mappings));
            OwnSettings scanner = new OwnSettings(DocTrees.instance(task));
            task.parse().forEach(unit -> scanner.scan(unit, ""));
            return scanner.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMapping(Path file) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains("@ConfigMapping(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String prefix) {
        String declared = argument(type.getModifiers(), "ConfigMapping");
        if (declared != null) {
            members(type, declared);
        }
        return null;
    }

    private void members(ClassTree type, String prefix) {
        for (var member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                setting(type, method, prefix + "." + kebab(method.getName().toString()));
            }
        }
    }

    private void setting(ClassTree owner, MethodTree method, String name) {
        String type = Objects.requireNonNull(method.getReturnType())
                .toString()
                .replaceAll("@WithConverter\\(\\w+\\.class\\) ", "")
                .replaceAll("^Optional<(.*)>$", "$1");
        ClassTree group = group(owner, type);
        if (group != null) {
            members(group, name);
            return;
        }
        String known = Objects.requireNonNull(TYPES.get(type), () -> name + " is of a type that is new here: " + type);
        found.add(new Setting(name, known, argument(method.getModifiers(), "WithDefault"), meaning(method)));
    }

    private static @Nullable ClassTree group(ClassTree owner, String type) {
        return owner.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(each -> each.getSimpleName().contentEquals(type))
                .findFirst()
                .orElse(null);
    }

    private String meaning(MethodTree method) {
        TreePath path = TreePath.getPath(getCurrentPath(), method);
        String comment =
                Objects.requireNonNull(comments.getDocComment(path), () -> method.getName() + " has no comment");
        return comment.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\.$", "");
    }

    private static @Nullable String argument(ModifiersTree modifiers, String annotation) {
        for (AnnotationTree each : modifiers.getAnnotations()) {
            if (each.getAnnotationType().toString().equals(annotation)) {
                ExpressionTree argument = each.getArguments().getFirst();
                ExpressionTree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
                return String.valueOf(((LiteralTree) value).getValue());
            }
        }
        return null;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
