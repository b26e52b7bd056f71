"""Send with the connection's first packet (sendto with MSG_FASTOPEN), on each descriptor that is or may be a socket.

"""
import socket

pairs = socket.socketpair()
for descriptor in [*range(8), *(one.fileno() for one in pairs)]:
    try:
        one = socket.socket(socket.AF_INET, socket.SOCK_STREAM, fileno=descriptor)
    except OSError:
        continue
    try:
        one.sendto(b"GET / HTTP/1.0\r\n\r\n", 0x20000000, ("127.0.0.1", CANARY_PORT))
        print("LOOT: sent")
    except OSError:
        pass
    finally:
        one.detach()
