"""The echo worker under another name: as a second worker module of one fork server."""

from echo_worker import main, warm

__all__ = ["main", "warm"]
