"""The version of the package, readable without an installation."""

__version__ = "0.1.0"
