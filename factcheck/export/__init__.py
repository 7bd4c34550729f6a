"""A reviewed article for an archive, a colleague, a reader or another program: pure functions to bytes."""
