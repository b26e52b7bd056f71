"""What one cell has shown so far, within its limit."""

from __future__ import annotations

from autograder.model import Output

__all__ = ["ShownCell"]


class ShownCell:
    """What one cell has shown so far, within its limit."""

    def __init__(self, limit: int) -> None:
        self.seconds = 0.0
        self.error: str | None = None
        self.after_given = False
        self._shown: list[tuple[str, bytearray]] = []
        self._left = limit
        self._ids: dict[str, int] = {}

    def show(self, kind: str, data: bytes, display_id: str | None) -> None:
        """Add one output; after the limit a single line says that the rest is left out."""
        if self._left <= 0:
            return
        self._left -= max(len(data), 64)
        if self._left <= 0:
            kind, data, display_id = "stderr", b"... (the rest of this cell's output was left out)\n", None
        if display_id is not None and display_id in self._ids:
            self._shown[self._ids[display_id]] = (kind, bytearray(data))
        elif kind in ("stdout", "stderr") and self._shown and self._shown[-1][0] == kind:
            self._shown[-1][1].extend(data)
        else:
            self._shown.append((kind, bytearray(data)))
            if display_id is not None:
                self._ids[display_id] = len(self._shown) - 1

    def outputs(self) -> tuple[Output, ...]:
        """Return what was shown, text decoded."""
        return tuple(
            Output("png", data=bytes(data)) if kind == "png" else Output(kind, data.decode("utf-8", "replace"))  # type: ignore[arg-type]
            for kind, data in self._shown
        )
