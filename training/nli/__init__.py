"""Fine-tuning of the NLI cross-encoder."""
