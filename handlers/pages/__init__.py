"""What happens behind one-time links: who may send them, what their pages show, what an answer does."""
