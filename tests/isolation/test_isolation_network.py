"""A run reaches nobody: no connection out, none in, no socket to another process. Loopback only."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from runs import Run

REFUSED = {"PermissionError", "OSError", "ConnectionRefusedError", "FileNotFoundError"}


@pytest.fixture
def tcp() -> Iterator[tuple[int, list[socket.socket]]]:
    """The port of a listener on loopback that counts its visitors."""
    visitors: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    visitors.append(connection)
                    connection.sendall(b"hello")

        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1], visitors
        listener.shutdown(socket.SHUT_RDWR)
    for connection in visitors:
        connection.close()


def test_tcp_does_not_connect(run: Run, control: Run, tcp: tuple[int, list[socket.socket]]) -> None:
    """A listener on the same machine gets no visit."""
    port, visitors = tcp
    code = f"""
        import socket
        s = socket.create_connection(('127.0.0.1', {port}), timeout=3)
        result = s.recv(5).decode()
    """
    assert control(code).result == "hello"
    assert len(visitors) == 1
    assert run(code).error in REFUSED
    assert len(visitors) == 1


def test_udp_does_not_send(run: Run, control: Run) -> None:
    """No datagram leaves."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("127.0.0.1", 0))
        receiver.settimeout(1.0)
        port = receiver.getsockname()[1]
        code = f"""
            import socket
            s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            result = s.sendto(b'data', ('127.0.0.1', {port}))
        """
        assert control(code).result == 4
        assert receiver.recv(10) == b"data"
        assert run(code).error in REFUSED
        with pytest.raises(TimeoutError):
            receiver.recv(10)


@pytest.mark.parametrize("abstract", [False, True])
def test_unix_sockets_do_not_connect(run: Run, control: Run, tmp_path: Path, abstract: bool) -> None:
    """Neither a socket in a folder nor an abstract one is reached."""
    address = "\0autograder-test" if abstract else str(tmp_path / "socket")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen(5)
        code = f"import socket; s = socket.socket(socket.AF_UNIX); s.connect({address!r}); result = 'in'"
        assert control(code).result == "in"
        assert run(code).error in REFUSED


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK"])
def test_no_socket_can_be_made(run: Run, control: Run, family: str) -> None:
    """Listening needs a socket, and there is none: of any family."""
    kind = "SOCK_RAW" if family == "AF_NETLINK" else "SOCK_STREAM"
    code = f"import socket; s = socket.socket(socket.{family}, socket.{kind}); result = 'made'"
    assert control(code).result == "made"
    assert run(code).error == "PermissionError"


def test_asyncio_still_works(run: Run) -> None:
    """An event loop's own pair of sockets is allowed, so asyncio runs."""
    ran = run("""
        import asyncio
        async def main():
            await asyncio.sleep(0.01)
            return await asyncio.to_thread(lambda: 7)
        result = asyncio.run(main())
    """)
    assert ran.result == 7, ran
