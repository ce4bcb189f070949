package dev.standing.ingest;

import dev.standing.executable.ExecutableContract;

class ExecutableTest extends ExecutableContract {}
