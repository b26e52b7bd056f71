"""Fetch a page, as a notebook that downloads its data or its answers would.

"""
import urllib.request

try:
    print("LOOT:", urllib.request.urlopen(f"http://127.0.0.1:{CANARY_PORT}/answers", timeout=1).read())
except OSError:
    pass
