"""Speed and memory, measured as ratios in one run against other libraries: `make bench`."""
