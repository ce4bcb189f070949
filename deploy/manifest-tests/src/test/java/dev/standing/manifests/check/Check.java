package dev.standing.manifests.check;

import dev.standing.manifests.Manifests;
import java.util.List;

/** Looks at all objects of an overlay. */
@FunctionalInterface
public interface Check {
    /** A sentence for each thing that is wrong; none where all is well. */
    List<String> findings(Manifests manifests);
}
