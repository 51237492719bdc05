"""The parts of the library, mirrored."""
