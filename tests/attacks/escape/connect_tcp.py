"""Connect to a listener on this machine.

"""
import socket

try:
    socket.create_connection(("127.0.0.1", CANARY_PORT), timeout=1).close()
    print("LOOT: connected")
except OSError:
    pass
