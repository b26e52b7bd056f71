"""Connect to a unix socket in the file system.

"""
import socket

try:
    with socket.socket(socket.AF_UNIX) as one:
        one.connect(CANARY_SOCKET)
    print("LOOT: connected")
except OSError:
    pass
