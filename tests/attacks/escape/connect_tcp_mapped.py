"""Connect to the same listener by its address as IPv6 writes it.

"""
import socket

try:
    with socket.socket(socket.AF_INET6) as one:
        one.settimeout(1)
        one.connect(("::ffff:127.0.0.1", CANARY_PORT))
    print("LOOT: connected")
except OSError:
    pass
