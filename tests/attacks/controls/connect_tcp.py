"""Connect to a listener.

expect: unharmed
harm: contacted
"""
import socket
socket.create_connection(("127.0.0.1", CANARY_PORT)).close()
