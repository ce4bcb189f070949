package dev.standing.contracts.policy;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** On which line each path of a YAML document begins, from 1. */
final class Lines {
    private final Map<String, Integer> lineByPath = new HashMap<>();

    private Lines() {}

    static Lines of(String name, String yaml) {
        Lines lines = new Lines();
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            if (root != null) {
                lines.walk("", root);
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidPolicy(name, line, "", "is not YAML: " + e.getProblem());
        }
        return lines;
    }

    /** The line of a path, or of the nearest parent that is there. */
    int of(String path) {
        String at = path;
        while (!lineByPath.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return lineByPath.getOrDefault(at, 1);
    }

    private void walk(String path, Node node) {
        lineByPath.putIfAbsent(path, node.getStartMark().getLine() + 1);
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple entry : mapping.getValue()) {
                    if (entry.getKeyNode() instanceof ScalarNode key) {
                        String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                        lineByPath.put(child, key.getStartMark().getLine() + 1);
                        walk(child, entry.getValueNode());
                    }
                }
            }
            case SequenceNode sequence -> {
                int index = 0;
                for (Node item : sequence.getValue()) {
                    walk(path + "[" + index + "]", item);
                    index++;
                }
            }
            default -> {}
        }
    }
}
