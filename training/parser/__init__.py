"""Training of the dependency parser."""
