"""Inputs: which files are articles, which references each has, and all of them read."""
