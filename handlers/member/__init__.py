"""What a member does: registers the year's tasks, hands in evidence, reads the book."""
