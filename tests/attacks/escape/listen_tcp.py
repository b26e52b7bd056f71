"""Wait for visitors from outside.

"""
import socket

for family, address in ((socket.AF_INET, ("0.0.0.0", 0)), (socket.AF_UNIX, "\0meet-me-here")):
    try:
        with socket.socket(family) as one:
            one.bind(address)
            one.listen()
            print("LOOT: listening at", one.getsockname())
    except OSError:
        pass
