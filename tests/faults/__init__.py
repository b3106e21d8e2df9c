"""The road while a fifth of all calls fails: `python -m tests.faults --messages 20000 --seed 1`."""
