"""Connect to a unix socket.

expect: unharmed
harm: contacted
"""
import socket
socket.socket(socket.AF_UNIX).connect(CANARY_SOCKET)
