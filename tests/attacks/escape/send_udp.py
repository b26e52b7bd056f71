"""Send a datagram.

"""
import socket

try:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.sendto(b"data", ("127.0.0.1", CANARY_UDP))
    print("LOOT: sent")
except OSError:
    pass
