"""Documents and pictures from plain values; every printed word comes in as an argument."""
