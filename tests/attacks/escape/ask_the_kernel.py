"""Open sockets of the kernel's own families: netlink, packet, crypto, vsock, bluetooth.

"""
import socket

for family, kind in ((16, 3), (17, 3), (38, 5), (40, 1), (31, 3), (44, 3)):
    try:
        socket.socket(family, kind).close()
        print("LOOT: family", family)
    except OSError:
        pass
