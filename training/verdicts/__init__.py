"""Fitting the fusion of passages and quantities into verdicts."""
