"""Configuration: `factcheck.toml` and `[tool.factcheck]`, found, checked and merged with the command line."""

from factcheck.config.configuration import Configuration
from factcheck.config.convert import number_settings, patterns, reference_patterns, selection
from factcheck.config.discovery import starting_folder
from factcheck.config.load import load_config

__all__ = [
    "Configuration",
    "load_config",
    "number_settings",
    "patterns",
    "reference_patterns",
    "selection",
    "starting_folder",
]
