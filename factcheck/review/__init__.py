"""What the screen, plain prompts and exports of a review share: its words and signs, passages, marks."""
