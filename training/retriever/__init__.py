"""Fine-tuning of the embedder on claims and the passages that decide them."""
