package dev.standing.contracts.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 by its core schema, so that words mean what they look like: {@code off} and {@code no} are words, {@code 010} is
 * ten. What no policy needs is refused and not guessed at: aliases, tags, keys that are no words, a key twice, a second document.
 */
final class YamlReader {
    private static final int MAX_DEPTH = 32;
    private static final LoadSettings CORE =
            LoadSettings.builder().setSchema(new CoreSchema()).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String name;
    private final Iterator<Event> events;
    private final Lines lines = new Lines();

    private YamlReader(String name, String yaml) {
        this.name = name;
        this.events = new Parse(CORE).parseString(yaml).iterator();
    }

    /** @throws InvalidPolicy where it is not YAML, or more of it than is wanted */
    static YamlTree read(String name, String yaml) {
        try {
            YamlReader reader = new YamlReader(name, yaml);
            return new YamlTree(reader.document(), reader.lines);
        } catch (MarkedYamlEngineException e) {
            throw new InvalidPolicy(name, Lines.of(e.getProblemMark()), "", "is not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            String before = yaml.substring(0, Math.clamp(e.getPosition(), 0, yaml.length()));
            int line = 1
                    + (int) before.chars()
                            .filter(character -> character == '\n')
                            .count();
            throw new InvalidPolicy(
                    name, line, "", "is not YAML: holds the character U+%04X".formatted(e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw new InvalidPolicy(name, 1, "", "is not YAML: " + e.getMessage());
        }
    }

    private JsonNode document() {
        JsonNode root = NODES.nullNode();
        boolean isFirst = true;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                if (!isFirst) {
                    throw refused("", event, "begins a second document; allowed: one");
                }
                isFirst = false;
                root = node("", events.next(), 0);
            }
        }
        return root;
    }

    private JsonNode node(String path, Event event, int depth) {
        lines.put(path, event.getStartMark());
        if (depth > MAX_DEPTH) {
            throw refused("", event, "is nested too deep; allowed: " + MAX_DEPTH);
        }
        if (tag(event).isPresent()) {
            throw refused(path, event, "has a tag; allowed: none, and quotes around a text");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent start -> sequence(path, depth);
            case MappingStartEvent start -> mapping(path, depth);
            default -> throw refused(path, event, "is an alias; allowed: the value itself");
        };
    }

    private static Optional<String> tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
    }

    private JsonNode sequence(String path, int depth) {
        ArrayNode items = NODES.arrayNode();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(path + "[" + items.size() + "]", event, depth + 1));
            event = events.next();
        }
        return items;
    }

    private JsonNode mapping(String path, int depth) {
        ObjectNode fields = NODES.objectNode();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            if (!(event instanceof ScalarEvent key)) {
                throw refused(path, event, "has a key that is no word");
            }
            String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            if (fields.has(key.getValue())) {
                throw refused(child, event, "is a duplicate");
            }
            lines.put(child, key.getStartMark());
            fields.set(key.getValue(), node(child, events.next(), depth + 1));
            event = events.next();
        }
        return fields;
    }

    private static JsonNode scalar(ScalarEvent scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.isPlain() ? CORE.getSchema().getScalarResolver().resolve(text, true) : Tag.STR;
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT)) {
            return whole(text);
        }
        return tag.equals(Tag.FLOAT) ? NODES.numberNode(fraction(text)) : NODES.textNode(text);
    }

    private static JsonNode whole(String text) {
        BigInteger value = text.startsWith("0o")
                ? new BigInteger(text.substring(2), 8)
                : text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
        if (value.bitLength() < Integer.SIZE) {
            return NODES.numberNode(value.intValueExact());
        }
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValueExact()) : NODES.numberNode(value);
    }

    private static double fraction(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case ".nan" -> Double.NaN;
            case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
            case "-.inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private InvalidPolicy refused(String path, Event event, String problem) {
        return new InvalidPolicy(name, Lines.of(event.getStartMark()), path, problem);
    }
}
