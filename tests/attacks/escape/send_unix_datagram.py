"""Send from the one kind of socket that is allowed (a pair) to a socket outside.

"""
import socket

for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
    try:
        one, other = socket.socketpair(socket.AF_UNIX, kind)
        one.sendto(b"data", CANARY_SOCKET)
        print("LOOT: sent")
    except OSError:
        pass
    try:
        one.connect(CANARY_SOCKET)
        print("LOOT: connected")
    except OSError:
        pass
