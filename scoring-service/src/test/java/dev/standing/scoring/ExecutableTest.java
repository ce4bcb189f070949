package dev.standing.scoring;

import dev.standing.executable.ExecutableContract;

class ExecutableTest extends ExecutableContract {}
