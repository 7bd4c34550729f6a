"""Recipes: how the bundled weights are trained, exported and measured. Outside the wheel, never imported by it."""
