package dev.standing.privileges;

import dev.standing.executable.ExecutableContract;

class ExecutableTest extends ExecutableContract {}
