"""The library's room, mirrored."""
