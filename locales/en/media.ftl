# Documents that a channel cannot carry: the line with the address to download them from.

download = Download { $name }
