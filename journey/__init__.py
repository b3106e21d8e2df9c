"""The rules: plain values and functions; no input, no output, no clock, no randomness."""
